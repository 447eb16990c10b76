import HTTPTypes

/// Whether a request that changes something was meant by the person whose browser sent it. Two checks, and both must
/// hold: where the browser says that it comes from, and the token that only our pages have.
enum FormCheck {
    /// - Throws: ``RequestRefusal/sentFromElsewhere``, ``RequestRefusal/formTokenWrong``.
    static func check(
        _ headers: HTTPFields, host: String?, secret: [UInt8]?, form: Fields
    ) throws(RequestRefusal) {
        guard !cameFromElsewhere(headers, host: host) else { throw .sentFromElsewhere }
        guard let secret, let token = form[FormToken.field], FormToken.isValid(token, for: secret) else {
            throw .formTokenWrong
        }
    }

    /// A browser that tells is believed; one that tells neither is old, or no browser, and the token decides.
    static func cameFromElsewhere(_ headers: HTTPFields, host: String?) -> Bool {
        if let site = HTTPField.Name.secFetchSite.flatMap({ headers[$0] }) {
            return site != "same-origin" && site != "none"
        }
        guard let origin = headers[.origin] else { return false }
        let pieces = origin.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count == 3, let host else { return true }
        return pieces[2].lowercased() != host.lowercased()
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")
}
