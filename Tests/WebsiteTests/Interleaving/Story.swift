import Access
import HummingbirdTesting
import Ledger
import Mechanisms
import Registry
import Vocabulary

@testable import Website

/// Three people at work on the same records: two at browsers, the third at a browser or through the interface. Moves
/// are made one after the other; the requests of one move go out at once.
final class Story {
    /// What the story is about; made anew for each.
    struct Subjects {
        let matter: RecordID
        let person: RecordID
        let consent: RecordID
    }

    let house: RestlessHouse
    let seed: UInt64
    let subjects: Subjects
    /// By number; the third sits at a browser of the other house, or uses the interface.
    let posts: [WorkbenchSamples.Post]
    let thirdIsProgram: Bool
    /// The last event before the story.
    let begin: Int64
    private let client: any TestClientProtocol
    private let fault: Fault?
    var intentions: [Intention] = []
    var held: [[Held]] = [[], [], []]
    /// What was wrong with an answer.
    var complaints: [String] = []
    private var ids: UInt64 = 0

    init(
        _ house: RestlessHouse, _ client: any TestClientProtocol, seed: UInt64, number: UInt64, fault: Fault? = nil
    ) throws {
        self.house = house
        self.client = client
        self.seed = seed
        self.fault = fault
        house.setClock(to: WorkbenchHouse.now)
        let base = 1_000_000 + number * 10_000
        ids = base + 100
        subjects = try Story.subjects(WorkbenchSamples(house.registry), base)
        thirdIsProgram = seed % 3 != 0
        posts = [.caseworker, .colleague, seed % 3 == 0 ? .authority : seed % 3 == 1 ? .caseworker : .colleague]
        begin = try house.ledger.position().sequence
    }

    private static func subjects(_ samples: WorkbenchSamples, _ base: UInt64) throws -> Subjects {
        let subjects = Subjects(
            matter: WorkbenchSamples.id(base), person: WorkbenchSamples.id(base + 1),
            consent: WorkbenchSamples.id(base + 2))
        try samples.open(
            .caseworker, "person", subjects.person,
            ["given-name": .text("Delta"), "family-name": .text("Threefold"), "sex": .code("female")])
        try samples.open(
            .caseworker, "case", subjects.matter,
            [
                "reference": .text("Matter \(base)"), "phenomenon": .code("trafficking"),
                "responsible": .link(WorkbenchSamples.Post.caseworker.id),
            ])
        try samples.open(
            .caseworker, "case-person", WorkbenchSamples.id(base + 3),
            ["case": .link(subjects.matter), "person": .link(subjects.person), "role": .code("victim")])
        try samples.open(
            .caseworker, "consent", subjects.consent,
            [
                "person": .link(subjects.person), "purpose": .code("protection"),
                "given-on": .period(.day(WorkbenchHouse.now.day)),
            ], way: "give")
        return subjects
    }

    func isProgram(_ visitor: Int) -> Bool { visitor == 2 && thirdIsProgram }

    /// Plays the moves; then every session is there again, and what got no answer is sent once more.
    func play(_ moves: [Move]) async throws {
        for move in moves { try await make(move) }
        for visitor in posts.indices {
            house.desk.begin(posts[visitor])
            for kept in held[visitor] where kept.request != nil {
                take(kept, of: visitor, try await ask(request(for: kept, of: visitor)))
            }
        }
    }

    private func make(_ move: Move) async throws {
        var dice = Dice(move.dice)
        switch move.act {
        case .look: try await look(move.visitor, &dice)
        case .jump:
            let hours = dice.number(-20...20)
            house.setClock(to: Timestamp(milliseconds: WorkbenchHouse.now.milliseconds + Int64(hours) * 3_600_000))
        case .expire: house.desk.end(posts[move.visitor])
        case .send, .sendTwice, .sendAndLose: try await send(move, &dice)
        case .together: try await sendTogether(&dice)
        case .withdraw:
            let (house, consent) = (house, subjects.consent)
            try await sendTogether(&dice) { try Story.withdraw(consent, in: house) }
        case .leave:
            let (desk, post) = (house.desk, posts[move.visitor])
            try await sendTogether(&dice) { try desk.leave(post) }
            try desk.take(post)
        }
    }

    private func send(_ move: Move, _ dice: inout Dice) async throws {
        guard !held[move.visitor].isEmpty else { return }
        var kept = held[move.visitor].remove(at: dice.number(0...held[move.visitor].count - 1))
        let request = request(for: kept, of: move.visitor)
        switch move.act {
        case .sendTwice:
            let heard = try await Story.askAtOnce([request, request], client, fault)
            take(kept, of: move.visitor, heard[0])
            if isDone(heard[0]) != isDone(heard[1]) {
                complain(kept, "of a double click one was told \(heard[0].status), the other \(heard[1].status)")
            }
        case .sendAndLose:
            _ = try await ask(request)
            kept.request = request
            intentions[kept.intention].hasLostAnswer = true
            held[move.visitor].append(kept)
        default: take(kept, of: move.visitor, try await ask(request))
        }
    }

    /// - Parameter act: What somebody else does at the same time.
    private func sendTogether(
        _ dice: inout Dice, beside act: @escaping @Sendable () throws -> Void = {}
    ) async throws {
        var sent: [(visitor: Int, kept: Held, request: Asked)] = []
        for visitor in posts.indices where !held[visitor].isEmpty {
            let kept = held[visitor].remove(at: dice.number(0...held[visitor].count - 1))
            sent.append((visitor, kept, request(for: kept, of: visitor)))
        }
        let heard = try await Story.askAtOnce(sent.map(\.request), client, fault, beside: act)
        for (entry, answer) in zip(sent, heard) { take(entry.kept, of: entry.visitor, answer) }
    }

    /// What is sent for it: the very same request where an earlier answer was lost.
    private func request(for kept: Held, of visitor: Int) -> Asked {
        if let request = kept.request { return request }
        intentions[kept.intention].versionsSeen.insert(kept.version)
        let request =
            kept.form.map { Asked.page(kept.path, as: posts[visitor], form: $0.all) }
            ?? call(for: kept, of: visitor)
        guard let fault else { return request }
        ids += 1
        let present = intentions[kept.intention].record.flatMap { try? house.ledger.record($0)?.version }
        return fault.bend(request, present: present, fresh: WorkbenchSamples.id(ids))
    }

    func ask(_ request: Asked) async throws -> Heard { try await Story.ask(request, client, fault) }

    private static func ask(
        _ request: Asked, _ client: any TestClientProtocol, _ fault: Fault?
    ) async throws -> Heard {
        let heard = try await request.send(to: client)
        return fault?.bend(heard) ?? heard
    }

    /// All of them at the same time; the answers in the order of the requests.
    private static func askAtOnce(
        _ requests: [Asked], _ client: any TestClientProtocol, _ fault: Fault?,
        beside act: @escaping @Sendable () throws -> Void = {}
    ) async throws -> [Heard] {
        async let done: Void = act()
        let heard = try await withThrowingTaskGroup(of: (Int, Heard).self) { group in
            for (place, request) in requests.enumerated() {
                group.addTask { (place, try await ask(request, client, fault)) }
            }
            return try await group.reduce(into: [(Int, Heard)]()) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
        try await done
        return heard
    }

    /// The person changes their mind, and their caseworker writes it down; once.
    private static func withdraw(_ consent: RecordID, in house: RestlessHouse) throws {
        let command = Command(
            mechanism: "consent", record: consent, transition: "withdraw", expectedVersion: 1, changes: [:],
            effective: .day(WorkbenchHouse.now.day), reason: "They changed their mind")
        _ = try house.registry.submit(
            [command], Asking(Actor(account: "keeper", function: .caseworker, organisation: WorkbenchSamples.id(1))))
    }

    private func isDone(_ heard: Heard) -> Bool { [200, 201, 303].contains(heard.status) }

    func complain(_ kept: Held, _ text: String) {
        complaints.append("\(intentions[kept.intention].mark) (\(intentions[kept.intention].transition)): \(text)")
    }

    func nextKey() -> String {
        ids += 1
        return WorkbenchSamples.id(ids).description
    }
}
