import Vocabulary

/// Why the house cannot be opened to the network.
package enum WebsiteFailure: CodedFailure, Equatable {
    /// W101: another program listens on the port, or this one may not.
    case cannotListen(host: String, port: Int, reason: String)
    /// W102: a route's address is not written as one.
    case patternUnreadable(pattern: String)
    /// W103: a route rests on something that no row of the policy grants to anybody.
    case ruleUnknown(route: String, rule: String)
    /// W104: two routes answer the same address with the same method.
    case routesCollide(first: String, second: String)
    /// W105: the certificate or its key cannot be used.
    case certificateUnusable(reason: String)
    /// W106: plain http is for this machine only.
    case plainBeyondThisMachine(host: String)
    /// W107: a template of a page cannot be read.
    case templateUnreadable(name: String, reason: String)
    /// W108: not the address of a proxy.
    case proxyUnreadable(text: String)
    /// W109: nothing can be kept for a moment in the folder for uploads.
    case spoolUnusable(reason: String)
    /// W110: a route gives something to take along and names no row of the policy.
    case exportUngranted(route: String)
    /// W111: a route would give a file to take along that it did not announce.
    case exportUnannounced(route: String)

    package var code: String {
        switch self {
        case .cannotListen: "W101"
        case .patternUnreadable: "W102"
        case .ruleUnknown: "W103"
        case .routesCollide: "W104"
        case .certificateUnusable: "W105"
        case .plainBeyondThisMachine: "W106"
        case .templateUnreadable: "W107"
        case .proxyUnreadable: "W108"
        case .spoolUnusable: "W109"
        case .exportUngranted: "W110"
        case .exportUnannounced: "W111"
        }
    }

    package var message: String {
        switch self {
        case .cannotListen(let host, let port, let reason):
            "Cannot listen on \(host):\(port): \(reason). Choose another port with --port, or end the other program."
        case .patternUnreadable(let pattern):
            "“\(pattern)” is no address of a route. Write parts of a-z, 0-9, “.”, “_” and “-”, or names in braces."
        case .ruleUnknown(let route, let rule):
            "\(route) asks for leave to \(rule), which no row of the policy grants. Name a row that there is."
        case .routesCollide(let first, let second):
            "\(first) and \(second) answer the same addresses. Make one of them more specific in every part."
        case .certificateUnusable(let reason):
            "The certificate cannot be used: \(reason). Give PEM files of a certificate with its chain, and of its key."
        case .plainBeyondThisMachine(let host):
            "Plain http on \(host) can be read by others. Give --certificate and --certificate-key, or say "
                + "--behind-proxy where a proxy with a certificate stands before it."
        case .templateUnreadable(let name, let reason): "The template “\(name)” cannot be read: \(reason)."
        case .proxyUnreadable(let text):
            "“\(text)” is no address of a proxy. Write an address, or a network such as 10.0.0.0/8."
        case .spoolUnusable(let reason):
            "Uploads cannot be kept in the folder for temporary files: \(reason). Set TMPDIR to one that can be written."
        case .exportUngranted(let route):
            "\(route) gives something to take along and asks the policy for nothing. Name the row that it rests on."
        case .exportUnannounced(let route):
            "\(route) made a file to take along without saying so in its route. Nothing was sent; report it with this line."
        }
    }
}
