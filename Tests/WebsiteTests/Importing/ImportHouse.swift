import Access
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Intake
import InterfaceKit
import Registry
import Vocabulary

@testable import Website

/// A house of two organisations with an import desk, which knows one small source.
final class ImportHouse: Sendable {
    let register: InterfaceRegister
    let desk: ImportDesk
    let workbench: Workbench
    private let log: RequestLog

    /// What the house wrote into its log.
    var logged: [String] { log.lines }

    static let yaml = """
        source: small
        title: Small source
        version: 1
        columns: { no: , name: , sex: }
        key: [no]
        tables: { sexes: { F: female, M: male } }
        effective: { constant: "2026-01-01" }
        records:
          person:
            mechanism: person
            fields: { given-name: { column: name }, sex: { column: sex, table: sexes } }
        """

    convenience init() throws { try self.init(InterfaceRegister()) }

    /// The same register after the house was started again.
    convenience init(sharing house: ImportHouse) throws { try self.init(house.register) }

    private init(_ register: InterfaceRegister) throws {
        self.register = register
        let description = try SourceDescription(yaml: Self.yaml, known: register.registry.book)
        desk = ImportDesk {
            ImportDesk.Sources(known: [ImportSource(description, hash: "0123")], faulty: ["spoilt.yaml"])
        }
        workbench = Workbench(
            registry: register.registry,
            shelf: try SealedShelf(folder: register.folder.appending(path: "shelf"), of: register.ledger), desks: [desk]
        )
        log = RequestLog()
    }

    struct Reply {
        let status: Int
        let body: String
        let location: String?
        let headers: HTTPFields
    }

    /// Asks without a socket, as the holder of a post; nil as somebody who is not signed in.
    func ask(
        _ actor: Actor?, _ path: String, _ method: HTTPRequest.Method = .get, body: Upload? = nil,
        language: String = "en"
    ) async throws -> Reply {
        let pages = try InterfaceFiles.pages()
        var settings = ServingSettings(host: "127.0.0.1", port: 0)
        settings.now = { InterfaceRegister.now }
        let routes = HouseRoutes.routes(pages, exit: "https://www.wikipedia.org/") + workbench.routes
        let log = log
        let website = try Website(
            RouteTable(routes, gate: RouteGate(Policy())), pages: pages, desk: HolderDesk(register.people),
            settings: settings, log: { log.take($0) })
        var headers: HTTPFields = [.cookie: "session=\(actor?.account ?? "nobody"); language=\(language)"]
        if let body { headers[.contentType] = body.type }
        return try await website.application().test(.router) { [headers] client in
            try await client.execute(
                uri: path, method: method, headers: headers, body: ByteBuffer(bytes: body?.bytes ?? [])
            ) { answer in
                Reply(
                    status: answer.status.code, body: String(buffer: answer.body), location: answer.headers[.location],
                    headers: answer.headers)
            }
        }
    }

    /// Presses a button that sends nothing but itself.
    func press(_ actor: Actor, _ path: String) async throws -> Reply {
        try await ask(actor, path, .post, body: .button)
    }

    /// Sends a file and waits until it is looked at.
    ///
    /// - Returns: The address of the import; nil where it was not taken.
    func send(
        _ bytes: [UInt8], named name: String = "list.csv", source: String = "small", id: String? = nil,
        as actor: Actor
    ) async throws -> (place: String?, reply: Reply) {
        var upload = Upload.form([("source", source)] + (id.map { [("id", $0)] } ?? []))
        upload.add(file: bytes, named: name)
        let reply = try await ask(actor, ImportDesk.path, .post, body: upload)
        await desk.office.idle()
        return (reply.status == 303 ? reply.location : nil, reply)
    }

    func send(_ text: String, as actor: Actor) async throws -> String {
        try await send(Array(text.utf8), as: actor).place ?? ""
    }

    /// Says that what was looked at goes in, and waits until it is in.
    func bringIn(_ place: String, as actor: Actor) async throws {
        _ = try await press(actor, "\(place)/bring-in")
        await desk.office.idle()
    }

    /// A request of somebody, for pages that are made without the network.
    func visit(_ actor: Actor) throws -> Visit {
        let exchange = Exchange(
            method: .get, route: ImportDesk.path, path: ImportDesk.path, parameters: [:], query: Fields(), headers: [:],
            cookies: Cookies([:]), body: .none,
            visitor: .signedIn(SignedIn(actor: actor, name: "", key: "", formSecret: HolderDesk.secret)),
            language: "en", moment: InterfaceRegister.now, address: "127.0.0.1", isSecure: false,
            pages: try InterfaceFiles.pages(), formSecret: HolderDesk.secret)
        return Visit(workbench, exchange)
    }

    func persons(of actor: Actor) throws -> Int {
        try register.registry.list(ListRequest("person", limit: 200), Asking(actor)).rows.count
    }
}

/// A form as a browser sends it with a file.
struct Upload {
    private static let boundary = "a-boundary-of-the-tests"

    private var parts: [UInt8] = []
    private var fields: String?

    var type: String {
        fields == nil ? "multipart/form-data; boundary=\(Upload.boundary)" : "application/x-www-form-urlencoded"
    }

    var bytes: [UInt8] { fields.map { Array($0.utf8) } ?? parts + Array("--\(Upload.boundary)--\r\n".utf8) }

    /// A form without files, and with nothing but its token.
    static var button: Upload {
        var upload = Upload()
        upload.fields =
            Fields([Fields.Field(name: FormToken.field, value: FormToken.make(from: HolderDesk.secret))]).encoded
        return upload
    }

    static func form(_ fields: [(String, String)]) -> Upload {
        var upload = Upload()
        let token = (FormToken.field, FormToken.make(from: HolderDesk.secret))
        for (name, value) in fields + [token] { upload.add(Array(value.utf8), "name=\"\(name)\"") }
        return upload
    }

    mutating func add(file: [UInt8], named name: String) {
        add(file, "name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv")
    }

    private mutating func add(_ bytes: [UInt8], _ head: String) {
        parts += Array("--\(Upload.boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + bytes
        parts += Array("\r\n".utf8)
    }
}

/// Lets in whoever brings the name of an account in the session.
private struct HolderDesk: VisitorDesk {
    static let secret = Array("a secret for the forms of the import desk".utf8)

    let actors: [String: Actor]

    init(_ people: InterfacePeople) {
        actors = Dictionary(people.all.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        guard let actor = session.flatMap({ actors[$0] }) else { return .anybody }
        return .signedIn(SignedIn(actor: actor, name: "", key: actor.account, formSecret: HolderDesk.secret))
    }
}
