/// The shape of an address: `/records/{mechanism}/{record}`. A part in braces takes any one part of a path;
/// `{rest...}`, only at the end, any number of them, none included.
struct RoutePattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case literal(String)
        case parameter(String)
        case rest(String)

        /// 0 is the most specific.
        var breadth: Int {
            switch self {
            case .literal: 0
            case .parameter: 1
            case .rest: 2
            }
        }
    }

    let text: String
    let parts: [Part]

    /// - Throws: ``WebsiteFailure/patternUnreadable(pattern:)`` for anything but parts of `a-z`, `0-9`, `.`, `_` and `-`,
    ///   and names in braces, each once.
    init(_ text: String) throws(WebsiteFailure) {
        guard text.hasPrefix("/") else { throw .patternUnreadable(pattern: text) }
        let pieces = text == "/" ? [] : text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        var parts: [Part] = []
        var names: Set<String> = []
        for (place, piece) in pieces.enumerated() {
            guard let part = RoutePattern.part(piece) else { throw .patternUnreadable(pattern: text) }
            switch part {
            case .literal: break
            case .parameter(let name), .rest(let name):
                guard names.insert(name).inserted else { throw .patternUnreadable(pattern: text) }
            }
            if case .rest = part, place < pieces.count - 1 { throw .patternUnreadable(pattern: text) }
            parts.append(part)
        }
        self.text = text
        self.parts = parts
    }

    /// What the braces take from a path of these parts; nil where the path has another shape.
    func parameters(of path: [String]) -> [String: String]? {
        var found: [String: String] = [:]
        for (place, part) in parts.enumerated() {
            if case .rest(let name) = part {
                found[name] = path.dropFirst(place).joined(separator: "/")
                return found
            }
            guard path.indices.contains(place) else { return nil }
            switch part {
            case .literal(let text): guard text == path[place] else { return nil }
            case .parameter(let name), .rest(let name): found[name] = path[place]
            }
        }
        return path.count == parts.count ? found : nil
    }

    /// Whether some path has both shapes and neither shape is the more specific one throughout.
    func collides(with other: RoutePattern) -> Bool {
        guard parts.count == other.parts.count else { return false }
        var isNarrower = false
        var isBroader = false
        for (mine, theirs) in zip(parts, other.parts) {
            if case .literal(let left) = mine, case .literal(let right) = theirs, left != right { return false }
            isNarrower = isNarrower || mine.breadth < theirs.breadth
            isBroader = isBroader || mine.breadth > theirs.breadth
        }
        return isNarrower == isBroader
    }

    private static func part(_ piece: Substring) -> Part? {
        let isBraced = piece.hasPrefix("{") && piece.hasSuffix("}")
        let isRest = isBraced && piece.hasSuffix("...}")
        let word = isBraced ? piece.dropFirst().dropLast(isRest ? 4 : 1) : piece
        let isPlain = word.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains($0)
        }
        guard !word.isEmpty, isPlain, !word.hasPrefix(".") else { return nil }
        return isRest ? .rest(String(word)) : isBraced ? .parameter(String(word)) : .literal(String(word))
    }
}
