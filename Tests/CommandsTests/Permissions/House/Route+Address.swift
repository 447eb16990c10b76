import Testing

@testable import Website

extension Route {
    /// What a part of an address is filled with where it is no record; a part that is missing here makes a test fail.
    private static let parts = [
        "mechanism": "person", "transition": "close", "language": "en", "marking": "named.css",
        "step": "close", "decision": "accept",
        "view": HousePermissionTests.nobody, "draft": HousePermissionTests.nobody, "field": "person",
        "list": "sexes", "post": HousePermissionTests.nobody, "session": HousePermissionTests.nobody, "link": "none",
        "provider": "none",
        "account": HousePermissionTests.nobody, "organisation": HousePermissionTests.nobody,
        "import": HousePermissionTests.nobody, "token": HousePermissionTests.nobody,
        "notice": HousePermissionTests.nobody, "webhook": HousePermissionTests.nobody,
        "subscription": HousePermissionTests.nobody, "path": "none",
        "release": "1", "table": "index", "overview": "laws", "question": "paper",
    ]

    /// Its address with every part filled; nil where nobody said with what.
    func address(record: String) -> String? {
        var parts: [String] = []
        for part in pattern.split(separator: "/").map(String.init) {
            guard part.hasPrefix("{") else {
                parts.append(part)
                continue
            }
            let name = part.dropFirst().dropLast(part.hasSuffix("...}") ? 4 : 1)
            if name == "record" {
                parts.append(record)
            } else if let filled = Self.parts[String(name)] {
                parts.append(filled)
            } else {
                return nil
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}
