import Access
import Accounts
import ArgumentParser
import Foundation
import Intake
import Mechanisms
import Registry
import Vocabulary

/// Makes the folder of the demo country.
struct DemoMake {
    let place: RegisterFolder
    let seed: UInt64
    let persons: Int
    /// To make a register.
    let grant: Grant

    /// Decisions are taken one by one, as by hand: of a country of a million persons the rest are still waiting.
    private static let mostDecided = 5000

    /// Where the sign-ins of a demo are kept, so that a later start can say them again.
    static let signInsFile = "sign-ins.csv"

    func run() async throws {
        let resources = try Resources.find()
        let book = try BookLoader(resources: resources).book(of: place)
        let open = try OpenRegister.make(
            at: place, of: book, under: grant)
        let accounts = try open.accounts()
        let registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        let clock = DemoClock(today: registry.today)
        var network = DemoNetwork(registry: registry, accounts: accounts, clock: clock)
        let bar = ProgressBar(label: "Making the demo country")
        try network.make { bar.show($0, of: $1, detail: "\($0) sign-ins") }
        try writeSignIns(network.signIns)
        var people = DemoPeople(book: book, clock: clock, seed: seed)
        try await register(&people, network, registry, bar)
        try decide(&people, network, registry, bar)
        try DemoCoordination(place, registry, network, files: resources.root.appending(path: "demo")).make()
        bar.end()
        try accounts.close()
        try open.close()
    }

    /// Every registering body brings in its persons, as its own import would.
    private func register(
        _ people: inout DemoPeople, _ network: DemoNetwork, _ registry: Registry, _ bar: ProgressBar
    ) async throws {
        let houses = DemoPlan.houses.indices.filter { !network.actors(of: $0, .caseworker).isEmpty }
        let authority = network.houses[2]
        for (place, house) in houses.enumerated() {
            let workers = network.actors(of: house, .caseworker)
            let share = persons / houses.count + (place < persons % houses.count ? 1 : 0)
            for (index, worker) in workers.enumerated() {
                let sink = try RegisterSink(registry, Asking(worker))
                let mine = share / workers.count + (index < share % workers.count ? 1 : 0)
                for _ in 0..<mine {
                    let known = try met(&people, house, worker, network, registry)
                    let group = people.group(
                        people.made.count, house: house, actor: worker, authority: authority, known: known)
                    for outcome in try await sink.submit([group]) {
                        guard case .refused(let reasons) = outcome else { continue }
                        throw CommandFailure.malformed(
                            file: "demo", detail: reasons.map { "\($0.code) \($0.message)" }.joined(separator: " "))
                    }
                }
                _ = try await sink.finish()
                bar.show(people.made.count, of: persons, detail: "\(people.made.count) persons")
            }
        }
    }

    /// Somebody whom a body of another kind met before, and whose record it now shares with this one; of a country of a
    /// million persons only the first.
    private func met(
        _ people: inout DemoPeople, _ house: Int, _ worker: Actor, _ network: DemoNetwork, _ registry: Registry
    ) throws -> DemoPeople.Made? {
        guard people.made.count < DemoMake.mostDecided, let receiver = worker.organisation,
            let known = people.metElsewhere(than: house),
            let giver = network.actors(of: known.house, .caseworker).first
        else { return nil }
        try DemoSharing(registry: registry, clock: people.clock).share(known, by: giver, with: receiver)
        return known
    }

    private func decide(
        _ people: inout DemoPeople, _ network: DemoNetwork, _ registry: Registry, _ bar: ProgressBar
    ) throws {
        guard let authority = network.actors(of: 2, .competentAuthority).first, let house = authority.organisation
        else { return }
        let decisions = DemoDecisions(
            registry: registry, authority: Asking(authority), organisation: house, clock: people.clock)
        let waiting = people.made.prefix(DemoMake.mostDecided)
        for (number, made) in waiting.enumerated() where number % 3 != 2 {
            try decisions.decide(made, &people)
            bar.show(number, of: waiting.count, detail: "decisions")
        }
    }

    private func writeSignIns(_ signIns: [DemoNetwork.SignIn]) throws {
        let lines = signIns.map { CSVText.line([$0.name, $0.password, $0.function.rawValue, $0.house]) }
        let text = (["sign-in,password,function,organisation"] + lines).joined(separator: "\n") + "\n"
        let url = place.url.appending(path: DemoMake.signInsFile)
        guard
            FileManager.default.createFile(
                atPath: url.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure.unwritable(file: url.path, reason: "the folder takes no file") }
    }
}
