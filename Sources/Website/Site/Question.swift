import HTTPTypes

/// What a request asks of the site, without anything of the one who asks but the languages they read.
struct Question: Sendable {
    /// The parts of the path; nil for what no address of the site has.
    let parts: [String]?
    let fields: [(name: String, value: String)]
    /// The `Accept-Language` field.
    let languages: String

    init(_ exchange: Exchange) {
        parts = Question.parts(of: exchange.path)
        fields = exchange.query.all.prefix(100).map { ($0.name, $0.value) }
        languages = exchange.headers[.acceptLanguage] ?? ""
    }

    /// Addresses of the site are plain: no percent-encoding, no part that begins with a full stop.
    private static func parts(of path: String) -> [String]? {
        guard path.utf8.count <= 300, !path.contains("%") else { return nil }
        let parts = path.split(separator: "/").map(String.init)
        return parts.contains { $0.hasPrefix(".") } ? nil : parts
    }

    /// A path as a log may have it: printable and not long.
    static func loggable(_ path: String) -> String {
        String(path.unicodeScalars.prefix(200).map { $0.value > 32 && $0.value < 127 ? Character($0) : "?" })
    }
}
