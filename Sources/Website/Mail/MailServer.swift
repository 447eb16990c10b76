package import Foundation

/// The server that takes our letters, and how we come to it.
package struct MailServer: Hashable, Sendable {
    /// `smtp://mail.example.org:587`, sealed by STARTTLS; `smtps://mail.example.org:465`, sealed from the first octet.
    package let text: String
    package let from: MailAddress
    /// Nil where the server asks for no sign-in.
    package let user: String?
    /// One line; nil as ``user``.
    let password: String?
    /// A PEM file of certificates to trust besides those of the system.
    package let authority: String?
    /// Whether letters go there in clear: for a server on this very machine only.
    package let isOpenWay: Bool

    /// - Parameter isOpenWay: Leave TLS out. Refused for any other machine than this one.
    /// - Throws: ``MailFailure/serverUnreadable(text:)``, ``MailFailure/unsealed(reason:)``.
    package init(
        _ text: String, from: MailAddress, user: String? = nil, password: String? = nil, authority: String? = nil,
        isOpenWay: Bool = false
    ) throws(MailFailure) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme, ["smtp", "smtps"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil, parts.path.isEmpty,
            parts.query == nil, parts.fragment == nil, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { throw .serverUnreadable(text: text) }
        let isHere = ["127.0.0.1", "[::1]", "localhost"].contains(host)
        if isOpenWay, !isHere { throw .unsealed(reason: "without TLS it must stand on this machine") }
        self.text = text
        self.from = from
        (self.user, self.password) = (user, password)
        self.authority = authority
        self.isOpenWay = isOpenWay
    }
}

extension MailServer: CustomStringConvertible, CustomReflectable {
    /// Without the password: so that it gets into no log by accident.
    package var description: String { text }
    /// Empty.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
