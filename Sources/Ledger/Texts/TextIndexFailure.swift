import Vocabulary

/// S120–S127: why a server does not keep the words of texts. Servers are named by their place, never with who signs in.
package enum TextIndexFailure: CodedFailure, Hashable {
    /// S120: an address that names no server in a form that is read.
    case addressUnread(detail: String)
    /// S121: a password in an address, where others on the machine read it.
    case passwordShown
    /// S122: texts would go to another machine without proof of which it is.
    case unprovenWay(host: String)
    /// S123: the server does not answer, or lets nobody in; `reason` is the server's word.
    case unreachable(server: String, reason: String)
    /// S124: the server lets us in and forbids what is needed.
    case notAllowed(server: String, reason: String)
    /// S125: what stands in the place of our tables is somebody else's, or of another register.
    case notOurs(server: String, reason: String)
    /// S126: tables of another version of this program.
    case otherVersion(server: String, found: Int, known: Int)
    /// S127: the engine refused, with a state of its own.
    case refused(server: String, state: String)

    /// As the cases above say it.
    package var code: String {
        switch self {
        case .addressUnread: "S120"
        case .passwordShown: "S121"
        case .unprovenWay: "S122"
        case .unreachable: "S123"
        case .notAllowed: "S124"
        case .notOurs: "S125"
        case .otherVersion: "S126"
        case .refused: "S127"
        }
    }

    /// Names the server; nothing is lost with an index, which is made again.
    package var message: String {
        switch self {
        case .addressUnread(let detail):
            "The address of the library's words is not read: \(detail). Write postgresql://USER@HOST/DATABASE, or "
                + "postgresql:///DATABASE?host=/run/postgresql for a socket."
        case .passwordShown:
            "The address of the library's words holds a password, which others on this machine can read. Put it into a "
                + "file of mode 0600 (PGPASSFILE, or ~/.pgpass), and change it."
        case .unprovenWay(let host):
            "“\(host)” is another machine: texts go there only where its certificate is verified. Add "
                + "sslmode=verify-full&sslrootcert=FILE to the address, with the authority of its certificate in FILE."
        case .unreachable(let server, let reason):
            "PostgreSQL does not serve the library's words, \(server) (\(reason)). Look whether it runs, and whether it "
                + "lets this account in."
        case .notAllowed(let server, let reason):
            "PostgreSQL forbids what the library's words need, \(server) (\(reason)). Give the account the right to "
                + "create in this database, or a database of its own."
        case .notOurs(let server, let reason):
            "\(server) is not for the words of this library: \(reason). Nothing was changed. Name a database of its own."
        case .otherVersion(let server, let found, let known):
            "The words in \(server) have version \(found); this program knows version \(known). Nothing was changed. "
                + (found < known
                    ? "DROP SCHEMA rapporteur_library CASCADE there: they are made again." : "Use a newer program.")
        case .refused(let server, let state):
            "PostgreSQL refused to work on the library's words, \(server) (its state \(state)). Nothing was changed. "
                + "Look into its log."
        }
    }
}
