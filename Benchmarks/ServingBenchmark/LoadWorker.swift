import Foundation
import NumericMethods
import TestKit

/// One person at a browser who also lets a program write: reads and writes by turns, as fast as answers come.
struct LoadWorker {
    let number: Int
    let client: LoopbackClient
    private let session: String
    private let token: String
    var random: SeededGenerator
    private(set) var persons: [String] = []
    private(set) var cases: [String] = []
    /// Versions last heard of, by record.
    var versions: [String: Int] = [:]
    var counts = LoadTally.Counts()
    /// What was asked for and never answered.
    var unanswered: [Change] = []
    /// Whether the house is to be killed: an answer that does not come is then no error.
    var expectsEnd = false
    /// Whether the last request went without an answer.
    var isCutOff = false

    struct CannotSignIn: Error {
        let name: String
        let status: Int
    }

    /// Signs in, and looks which records there are.
    init(_ number: Int, _ plan: LoadPlan, as signIn: SignIn) throws {
        self.number = number
        // Passwords are proved one at a time: the last of fifty who come at once waits for all of them.
        client = LoopbackClient(port: plan.port, patienceSeconds: 300)
        random = SeededGenerator(seed: UInt64(number))
        let address = ("X-Forwarded-For", "10.9.0.\(number)")
        let door = try client.send("GET", "/sign-in", [address])
        let cookie = door.headers["set-cookie"]?.split(separator: ";").first.map(String.init) ?? ""
        let form = [
            ("csrf-token", LoadWorker.token(in: door.text)), ("name", signIn.name), ("password", signIn.password),
        ]
        let entered = try client.send(
            "POST", "/sign-in",
            [address, ("Cookie", cookie), ("Sec-Fetch-Site", "same-origin"), ("Content-Type", LoadWorker.formType)],
            body: Array(LoadWorker.encoded(form).utf8))
        let cookies = entered.headers["set-cookie"]?.split(separator: "\n") ?? []
        guard let session = cookies.first(where: { $0.hasPrefix("session=") })?.split(separator: ";").first else {
            throw CannotSignIn(name: signIn.name, status: entered.status)
        }
        self.session = String(session)
        let page = try client.send("GET", "/work/new/task/set", [address, ("Cookie", String(session))])
        token = LoadWorker.token(in: page.text)
        persons = try ids(of: "person")
        cases = try ids(of: "case")
    }

    static let formType = "application/x-www-form-urlencoded"

    private static func token(in page: String) -> String {
        (try? #/name="csrf-token" value="([^"]*)"/#.firstMatch(in: page)).map { String($0.1) } ?? ""
    }

    static func encoded(_ form: [(String, String)]) -> String {
        form.map { field in
            let value = field.1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return "\(field.0)=\(value)"
        }.joined(separator: "&")
    }

    var headers: [(String, String)] {
        [
            ("Cookie", session), ("X-CSRF-Token", token), ("Sec-Fetch-Site", "same-origin"),
            ("X-Forwarded-For", "10.9.0.\(number)"),
        ]
    }

    private func ids(of mechanism: String) throws -> [String] {
        let page = try client.send("GET", "/api/v1/\(mechanism)?limit=200", headers)
        return page.text.matches(of: #/"record":\s*"([0-9a-f-]{36})"/#).map { String($0.1) }
    }

    /// The version that the house tells now.
    func version(of record: String) throws -> Int {
        rest()
        let answer = try client.send("GET", "/api/v1/case/\(record)", headers)
        return answer.headers["etag"].flatMap { Int($0.dropFirst(2).dropLast()) } ?? 0
    }

    /// Ends the connection: one that stood still for long was ended by the house.
    func rest() { client.hangUp() }

    /// One request.
    mutating func work(on contested: [String]) {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<28: get("record page", "/work/record/\(one(of: persons))")
        case 28..<36: get("case page", "/work/record/\(one(of: cases))")
        case 36..<48: get("list page", "/work/list/person")
        case 48..<54: get("filtered list page", "/work/list/case?f.phenomenon=trafficking")
        case 54..<58: get("home page", "/work")
        case 58..<62: search()
        case 62..<72: get("call: read", "/api/v1/person/\(one(of: persons))")
        case 72..<80: get("call: list", "/api/v1/person?limit=50&filter.sex=female")
        case 80..<90: correct(one(of: contested))
        default: setTask()
        }
    }

    private mutating func one(of records: [String]) -> String {
        records.isEmpty ? "" : records[Int.random(in: 0..<records.count, using: &random)]
    }

    private mutating func get(_ kind: String, _ path: String) {
        let answer = measured(kind) { client, headers in try client.send("GET", path, headers) }
        if let answer, answer.status != 200 { count(answer, kind) }
    }

    /// What a form carries beside what somebody wrote in it.
    var formToken: (String, String) { ("csrf-token", token) }

    /// Syllables of which the demo's names are made: in a register of a million, one in 8,000 bears the name.
    private static let syllables = ["ba", "cu", "di", "fe", "go", "hu", "ji", "ke", "lo", "mu"]

    private mutating func search() {
        let name = (0..<3).map { _ in LoadWorker.syllables[Int.random(in: 0..<10, using: &random)] }.joined()
        let body = Array(LoadWorker.encoded([("name", name), formToken]).utf8)
        let answer = measured("search page") { client, headers in
            try client.send("POST", "/work/search", headers + [("Content-Type", LoadWorker.formType)], body: body)
        }
        if let answer, answer.status != 200 { count(answer, "search page") }
    }

    /// An answer that should not have come, by its kind, its status and the code that it names.
    mutating func count(_ answer: LoopbackClient.Answer, _ kind: String) {
        let code = (try? #/\b[A-Z][0-9]{3}\b/#.firstMatch(in: answer.text)).map { String($0.0) } ?? "no code"
        counts.errors["\(kind): \(answer.status), \(code)", default: 0] += 1
    }

    mutating func measured(
        _ kind: String, _ send: (LoopbackClient, [(String, String)]) throws -> LoopbackClient.Answer
    ) -> LoopbackClient.Answer? {
        let begin = ContinuousClock.now
        do {
            let answer = try send(client, headers)
            counts.times[kind, default: []].append(Int((ContinuousClock.now - begin) / .microseconds(1)))
            isCutOff = false
            return answer
        } catch {
            isCutOff = true
            if !expectsEnd { counts.errors["\(kind): no answer", default: 0] += 1 }
            return nil
        }
    }
}
