import Access
import Crypto
import Foundation
import HTTPTypes
import InterfaceKit
import Mechanisms
import Synchronization
import Testing
import Vocabulary

@testable import Website

/// Other systems are told that something happened, and of nobody.
@Suite struct WebhookTests {
    /// Takes what is sent, or fails as often as it was told to.
    private final class Receiver: WebhookSender {
        struct Taken: Sendable {
            let body: [UInt8]
            let signature: String
        }

        private let state: Mutex<(failing: Int, taken: [Taken])>

        init(failing: Int = 0) { state = Mutex((failing, [])) }

        var taken: [Taken] { state.withLock { $0.taken } }

        func send(_ body: [UInt8], to address: WebhookAddress, signature: String) async throws -> Int {
            state.withLock { state in
                guard state.failing == 0 else {
                    state.failing -= 1
                    return 503
                }
                state.taken.append(Taken(body: body, signature: signature))
                return 204
            }
        }
    }

    private let register: InterfaceRegister
    private let shelf: WebhookFile
    private let now = InterfaceRegister.now
    private let step = WebhookSubscription.Step(mechanism: "person", transition: "open")

    init() throws {
        register = try InterfaceRegister()
        shelf = WebhookFile(register.folder.appending(path: "webhooks.json"))
    }

    private func dispatcher(_ sender: any WebhookSender, allowsPrivate: Bool = false) throws -> WebhookDispatcher {
        try WebhookDispatcher(
            register.registry, shelf: shelf, sender: sender, origin: "https://register.example.org",
            allowsPrivate: allowsPrivate)
    }

    @Test func tellsTheStepAndNothingOfThePerson() async throws {
        let receiver = Receiver()
        let dispatcher = try dispatcher(receiver)
        let (_, secret) = try await dispatcher.subscribe("https://example.org/in", to: [step], named: "one")
        let record = try register.person("one", by: register.people.caseworkerOfAlpha)
        try register.open("case", "open", ["phenomenon": .code("trafficking")], by: register.people.caseworkerOfAlpha)
        try await dispatcher.deliver(at: now)
        let taken = try #require(receiver.taken.first)
        #expect(receiver.taken.count == 1)
        let json = try JSONReader.read(taken.body)
        #expect(json.names == ["notice", "mechanism", "transition", "at", "link"])
        #expect(json["transition"] == "open")
        let text = String(decoding: taken.body, as: UTF8.self)
        #expect(!text.contains(record.description) && !text.contains("Given"))
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("1790000000.".utf8) + taken.body, using: SymmetricKey(data: Array(secret.utf8)))
        #expect(taken.signature == "t=1790000000,v1=\(hexadecimal(code))")
    }

    @Test func leadsToTheRecordOnlyThoseWhoMayKnowOfIt() async throws {
        let receiver = Receiver()
        let dispatcher = try dispatcher(receiver)
        _ = try await dispatcher.subscribe("https://example.org/in", to: [step], named: "one")
        let record = try register.person("one", by: register.people.caseworkerOfAlpha)
        try await dispatcher.deliver(at: now)
        let body = try JSONReader.read(try #require(receiver.taken.first).body)
        let link = try #require(body["link"]?.string).dropFirst("https://register.example.org/api/v1".count)
        let client = try InterfaceClient(register, webhooks: dispatcher)
        let mine = try await client.get(String(link), as: register.people.caseworkerOfAlpha)
        #expect(mine.json["record"]?.string == record.description)
        let theirs = try await client.get(String(link), as: register.people.caseworkerOfBeta)
        let none = try await client.get("/notices/00", as: register.people.caseworkerOfBeta)
        #expect(theirs.code == "R101")
        #expect(theirs.bytes == none.bytes)
        #expect(try await client.get(String(link), as: nil).status == 401)
    }

    @Test func triesAgainEverMoreRarelyAndLosesNothingWithTheProcess() async throws {
        let first = try dispatcher(Receiver(failing: 1))
        _ = try await first.subscribe("https://example.org/in", to: [step], named: "one")
        try register.open("person", by: register.people.caseworkerOfAlpha)
        try await first.deliver(at: now)
        #expect(await first.all.first?.failures == 1)
        // Another process, later.
        let receiver = Receiver()
        let second = try dispatcher(receiver)
        try await second.deliver(at: Timestamp(milliseconds: now.milliseconds + 9_999))
        #expect(receiver.taken.isEmpty)
        try await second.deliver(at: Timestamp(milliseconds: now.milliseconds + 10_000))
        #expect(receiver.taken.count == 1)
        try await second.deliver(at: Timestamp(milliseconds: now.milliseconds + 20_000))
        #expect(receiver.taken.count == 1)
        #expect(await second.all.first?.failures == 0)
    }

    @Test(arguments: [
        "http://example.org/", "https://127.0.0.1/", "https://10.1.2.3/", "https://[::1]/", "https://localhost/",
        "https://169.254.169.254/", "https://[fd00::1]/", "https://[::ffff:10.0.0.1]/", "https://a:b@example.org/",
        "ftp://example.org/", "https:///x", "no address", "https://example.org/#part", "https://[64:ff9b::a00:1]/",
    ])
    func sendsNothingToPrivateOrUnprotectedAddresses(address: String) async throws {
        let dispatcher = try dispatcher(Receiver())
        await #expect(throws: InterfaceRefusal.self) {
            try await dispatcher.subscribe(address, to: [step], named: "one")
        }
    }

    @Test func isSetUpByTheOperatorOnly() async throws {
        let client = try InterfaceClient(register, webhooks: try dispatcher(Receiver()))
        let body = #"{"address": "https://example.org/in", "steps": [{"mechanism": "person", "transition": "open"}]}"#
        #expect(try await client.post("/webhooks", body, as: register.people.caseworkerOfAlpha).status == 403)
        let made = try await client.post("/webhooks", body, as: register.people.operatorOfMachine)
        #expect(made.status == 201)
        #expect(made.json["secret"]?.string?.count == 64)
        let list = try await client.get("/webhooks", as: register.people.operatorOfMachine)
        #expect(list.json["webhooks"]?.items == [made.json["webhook"] ?? .null])
        let id = made.json["webhook"]?["id"]?.string ?? ""
        let gone = try await client.send(
            .delete, "/webhooks/\(id)", as: register.people.operatorOfMachine, headers: [:], body: nil)
        #expect(gone.status == 204)
        #expect(try shelf.load() == [])
    }

    @Test func reachesAReceiverOnThisMachine() async throws {
        let bodies = Mutex<[[UInt8]]>([])
        let pages = try InterfaceFiles.pages()
        let route = Route(.post, "/in", rule: .anybody, body: .json(), voice: .interface) { exchange in
            if case .json(let json) = exchange.body { bodies.withLock { $0.append(Array(json.text().utf8)) } }
            return .done
        }
        let house = try Website(
            RouteTable([route], gate: RouteGate(Policy())), pages: pages, desk: NoVisitorDesk(),
            settings: ServingSettings(port: 0)
        ) { _ in }
        let dispatcher = try dispatcher(NetworkSender(allowsPrivate: true), allowsPrivate: true)
        let register = register
        let (step, now) = (step, now)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            group.addTask { try await house.serve { port.yield($0) } }
            for await number in ports.prefix(1) {
                _ = try await dispatcher.subscribe("http://127.0.0.1:\(number)/in", to: [step], named: "one")
            }
            try register.open("person", by: register.people.caseworkerOfAlpha)
            try await dispatcher.deliver(at: now)
            group.cancelAll()
        }
        #expect(bodies.withLock { $0.count } == 1)
    }
}
