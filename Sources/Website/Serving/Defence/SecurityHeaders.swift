import HTTPTypes

/// Fields of every response: a page may load its style sheets and images from here and send its forms here, and nothing
/// else; no script at all.
enum SecurityHeaders {
    /// - Parameter isSecure: Over TLS a browser is told to come over TLS only, for a year.
    static func fields(isSecure: Bool) -> HTTPFields { isSecure ? secure : plain }

    private static let plain = fields(of: common)
    private static let secure = fields(
        of: common.merging(["Strict-Transport-Security": "max-age=31536000"]) { $1 })

    private static let common = [
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'",
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    ]

    private static func fields(of values: [String: String]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            if let field = HTTPField.Name(name) { fields[field] = value }
        }
        return fields
    }
}
