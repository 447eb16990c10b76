/// One worker of each sign-in, who looks which records are there to contend for, and what their versions are.
struct Scouts {
    /// Records that all workers of one body write to, by the body.
    let contested: [String: [String]]
    private let scouts: [(worker: LoadWorker, body: String)]

    init(_ signIns: [SignIn], _ plan: LoadPlan) throws {
        scouts = try signIns.enumerated().map { place, signIn in
            (try LoadWorker(200 + place, plan, as: signIn), signIn.body)
        }
        contested = Dictionary(
            scouts.map { ($0.body, Array($0.worker.cases.prefix(plan.contested))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The versions that the house tells now, by record.
    func versions() throws -> [String: Int] {
        var versions: [String: Int] = [:]
        for scout in scouts {
            for record in contested[scout.body] ?? [] where versions[record] == nil {
                versions[record] = try scout.worker.version(of: record)
            }
        }
        return versions
    }
}
