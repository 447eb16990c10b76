/// What a person would know a browser by in the list of their sessions: `Firefox, Linux`. Nothing more of the
/// `User-Agent` field is kept.
enum DeviceName {
    static func of(_ agent: String) -> String {
        let browser = names(browsers, in: agent) ?? "?"
        return [browser, names(systems, in: agent)].compactMap(\.self).joined(separator: ", ")
    }

    /// The more particular one first: most browsers also carry the names of others.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
        ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]

    private static func names(_ known: [(mark: String, name: String)], in agent: String) -> String? {
        known.first { agent.contains($0.mark) }?.name
    }
}
