import Foundation

/// How a text becomes the tokens that are hashed.
enum FilterTokens: Sendable {
    case ngrams(Int, isPositional: Bool)
    case exact
    /// Numbers near one another share tokens (Vatsalan and Christen 2015): `2 * resolution + 1` neighbours on a grid.
    case numeric(interval: Int, resolution: Int, decimals: Int)

    init(_ comparison: SchemaFile.Comparison, of name: String) throws(LinkageFailure) {
        switch comparison.type {
        case "ngram":
            guard let size = comparison.n, (1...64).contains(size) else {
                throw .unreadableSchema(reason: "feature “\(name)”: n of ngram is not 1 to 64")
            }
            self = .ngrams(size, isPositional: comparison.positional ?? false)
        case "exact": self = .exact
        case "numeric":
            let decimals = comparison.fractional_precision ?? 0
            guard let distance = comparison.thresholdDistance, distance > 0, distance < 1e12,
                let resolution = comparison.resolution, (1...1000).contains(resolution), (0...6).contains(decimals)
            else {
                throw .unreadableSchema(reason: "feature “\(name)”: numeric needs thresholdDistance and resolution")
            }
            let interval = (distance * FilterTokens.power(decimals)).rounded(.toNearestOrEven)
            guard interval >= 1 else {
                throw .unreadableSchema(
                    reason: "feature “\(name)”: thresholdDistance is finer than fractional_precision")
            }
            self = .numeric(interval: Int(interval), resolution: resolution, decimals: decimals)
        default: throw .unsupportedSchema(what: "comparison “\(comparison.type)”")
        }
    }

    private static func power(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { power, _ in power * 10 } }

    /// The tokens of a text, in order; nil where the text is no number and should be one.
    func tokens(of text: String) -> [String]? {
        guard !text.isEmpty else { return [] }
        switch self {
        case .exact: return [text]
        case .ngrams(let size, let isPositional): return FilterTokens.ngrams(text, size, isPositional)
        case .numeric(let interval, let resolution, let decimals):
            return FilterTokens.neighbours(text, interval, resolution, decimals)
        }
    }

    /// Runs of Unicode scalars, blanks around the text, places counted from 1.
    private static func ngrams(_ text: String, _ size: Int, _ isPositional: Bool) -> [String] {
        let blanks = [Unicode.Scalar](repeating: " ", count: size - 1)
        let scalars = blanks + Array(text.unicodeScalars) + blanks
        guard scalars.count >= size else { return [] }
        return (0...scalars.count - size).map { start in
            var gram = isPositional ? "\(start + 1) " : ""
            gram.unicodeScalars.append(contentsOf: scalars[start..<start + size])
            return gram
        }
    }

    private static func neighbours(_ text: String, _ interval: Int, _ resolution: Int, _ decimals: Int) -> [String]? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        let value: Int
        if let whole = Int(trimmed) {
            let (scaled, overflows) = whole.multipliedReportingOverflow(by: Int(power(decimals)))
            if overflows { return nil }
            value = scaled
        } else {
            guard let number = Double(trimmed), number.isFinite else { return nil }
            let scaled =
                decimals > 0 ? (number * power(decimals)).rounded(.toNearestOrEven) : number.rounded(.towardZero)
            guard abs(scaled) < 1e15 else { return nil }
            value = Int(scaled)
        }
        guard abs(value) < 1 << 52 else { return nil }
        var place = value * 2 * resolution
        let rest = (place % interval + interval) % interval
        place += rest == 0 ? 0 : (2 * rest < interval ? -rest : interval - rest)
        return (-resolution...resolution).map { String(place + $0 * interval) }
    }
}
