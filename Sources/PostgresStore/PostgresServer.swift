import CPostgres
import Ledger

// Goals, in order: (1) no text and no password goes to a machine that nobody verified; (2) nothing secret stands in an
// address, a message or a log; (3) everything else is as libpq has it.

/// Where a PostgreSQL server is, and how one gets there.
package struct PostgresServer: Sendable {
    /// By libpq's keywords.
    let settings: [String: String]
    /// Its place and database, for messages.
    let name: String

    /// What the address leaves out is taken from libpq's environment; a password from its file of passwords only.
    ///
    /// - Parameter address: `postgresql://user@host/database?sslmode=verify-full`.
    /// - Throws: S120 to S122.
    package init(_ address: String) throws {
        guard address.hasPrefix("postgresql://") || address.hasPrefix("postgres://"),
            let given = PostgresServer.read(PQconninfoParse(address, nil))
        else { throw TextIndexFailure.addressUnread(detail: "it is none of PostgreSQL") }
        guard given["password"] == nil, given["sslpassword"] == nil else { throw TextIndexFailure.passwordShown }
        guard given["service"] == nil else {
            throw TextIndexFailure.addressUnread(detail: "a service may name any host, and the address has to")
        }
        let usual = PostgresServer.read(PQconndefaults()) ?? [:]
        var settings = given
        for keyword in ["host", "hostaddr", "port", "sslmode", "dbname"] where settings[keyword] == nil {
            settings[keyword] = usual[keyword]
        }
        let hosts = PostgresServer.list(settings["host"]) + PostgresServer.list(settings["hostaddr"])
        if let remote = hosts.first(where: { !PostgresServer.isHere($0) }), settings["sslmode"] != "verify-full" {
            throw TextIndexFailure.unprovenWay(host: remote)
        }
        // Tickets of Kerberos would come before TLS, and prove the server otherwise.
        settings["gssencmode"] = "disable"
        settings["client_encoding"] = "UTF8"
        settings["application_name"] = "rapporteur"
        let patience = ["connect_timeout": "3", "tcp_user_timeout": "10000", "keepalives_idle": "60"]
        self.settings = settings.merging(patience) { said, _ in said }
        let place = hosts.first { !$0.isEmpty } ?? "its usual socket"
        name = "“\(settings["dbname"] ?? "")” at \(place)"
    }

    /// What libpq made of an address; nil where it made nothing. Frees it.
    private static func read(_ options: UnsafeMutablePointer<PQconninfoOption>?) -> [String: String]? {
        guard let options else { return nil }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }

    private static func list(_ hosts: String?) -> [String] {
        hosts?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    }

    /// A socket, or this machine by a name or number that is always its own.
    private static func isHere(_ host: String) -> Bool {
        if host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "::1"
            || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
    }
}
