import CPostgres
import Glibc
import Ledger
import Synchronization

/// One connection of libpq. A call waits for the answer on the thread that makes it: never one of Swift's default executor.
final class PostgresConnection: Sendable {
    private let line: Mutex<OpaquePointer?>
    private let server: String

    /// - Throws: S123 where nobody answers or lets us in.
    init(_ server: PostgresServer) throws {
        self.server = server.name
        let names = server.settings.keys.sorted()
        let opened = PostgresConnection.withTexts(names) { names in
            PostgresConnection.withTexts(server.settings.sorted { $0.key < $1.key }.map(\.value)) { values in
                PQconnectdbParams(names, values, 0)
            }
        }
        let reason = PostgresConnection.firstLine(opened)
        let isOpen = PQstatus(opened) == CONNECTION_OK
        let encoding = isOpen ? PQparameterStatus(opened, "server_encoding").map { String(cString: $0) } : nil
        // Notices of the server go nowhere: they could quote what was asked.
        _ = PQsetNoticeProcessor(opened, { _, _ in }, nil)
        line = Mutex(opened)
        guard isOpen else { throw TextIndexFailure.unreachable(server: server.name, reason: reason) }
        guard encoding == "UTF8" else {
            throw TextIndexFailure.notOurs(server: server.name, reason: "the database is not in UTF-8")
        }
    }

    deinit { line.withLock { PQfinish($0) } }

    /// Whether the server is at the other end still, as far as is known.
    var isSound: Bool { line.withLock { PQstatus($0) == CONNECTION_OK && PQtransactionStatus($0) == PQTRANS_IDLE } }

    /// The rows of one statement; its values are bound, never part of it.
    ///
    /// - Throws: S123 to S127.
    @discardableResult
    func run(_ statement: String, _ values: [String?] = []) throws -> [[String?]] {
        try line.withLock { line in
            let result = PostgresConnection.withTexts(values) { texts in
                PQexecParams(line, statement, Int32(values.count), nil, texts, nil, nil, 0)
            }
            defer { PQclear(result) }
            let status = PQresultStatus(result)
            guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else { throw failure(result, line) }
            return (0..<PQntuples(result)).map { row in
                (0..<PQnfields(result)).map { column in
                    PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
                }
            }
        }
    }

    /// Runs `body`; what it wrote is there wholly or not at all.
    func transaction(_ body: () throws -> Void) throws {
        try run("BEGIN")
        do {
            try body()
            try run("COMMIT")
        } catch {
            _ = try? run("ROLLBACK")
            throw error
        }
    }

    private func failure(_ result: OpaquePointer?, _ line: OpaquePointer?) -> TextIndexFailure {
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        guard PQstatus(line) == CONNECTION_OK else {
            return .unreachable(server: server, reason: "the connection ended")
        }
        return switch state {
        case "42501": .notAllowed(server: server, reason: "its rights do not reach so far")
        case "25006": .notAllowed(server: server, reason: "it is for reading only")
        case "53100", "53200", "53300": .unreachable(server: server, reason: "it has no room left")
        case "57014":
            .unreachable(server: server, reason: "it took longer than \(PostgresSchema.patienceSeconds) seconds")
        case "42P01", "3F000": .unreachable(server: server, reason: "the words are gone, and made again")
        default: .refused(server: server, state: state)
        }
    }

    private static func firstLine(_ line: OpaquePointer?) -> String {
        guard let message = PQerrorMessage(line) else { return "" }
        return String(String(cString: message).prefix { !$0.isNewline })
    }

    /// The texts as C has them, with a nil at the end.
    private static func withTexts<Value>(
        _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        let copies = texts.map { text in text.map { UnsafePointer(strdup($0)) } ?? nil }
        defer { for copy in copies { free(UnsafeMutableRawPointer(mutating: copy)) } }
        return (copies + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
