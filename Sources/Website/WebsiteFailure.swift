import Vocabulary

/// Why the site cannot be served.
package enum WebsiteFailure: CodedFailure, Equatable {
    /// W101: another program listens on the port, or this one may not.
    case cannotListen(host: String, port: Int, reason: String)

    package var code: String {
        switch self {
        case .cannotListen: "W101"
        }
    }

    package var message: String {
        switch self {
        case .cannotListen(let host, let port, let reason):
            "Cannot listen on \(host):\(port): \(reason). Choose another port with --port, or end the other program."
        }
    }
}
