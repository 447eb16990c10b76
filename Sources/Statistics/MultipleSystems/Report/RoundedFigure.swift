import Foundation

/// Numbers of persons as they are said: no digit that the interval does not bear.
package enum RoundedFigure {
    /// 1, 2 or 5 times a power of ten, about a tenth of the width of the interval; at least 1.
    package static func unit(for interval: ClosedRange<Double>) -> Int {
        let width = interval.upperBound - interval.lowerBound
        guard width < 1e15, width > 20 else { return 1 }
        let rough = width / 10
        let power = pow(10, floor(log10(rough)))
        let step = [5.0, 2, 1].map { $0 * power }.first { $0 <= rough * 1.000001 } ?? power
        return max(1, Int(step))
    }

    /// To the nearest multiple, never below `least`.
    package static func rounded(_ value: Double, to unit: Int, least: Int = 0) -> Int? {
        guard value.isFinite, abs(value) < 1e15 else { return nil }
        return max(least, Int((value / Double(unit)).rounded()) * unit)
    }

    /// Parts rounded so that they still add up to the rounded whole: those that lose most get the units left over.
    ///
    /// - Returns: nil where one of them has no end.
    package static func parts(_ values: [Double], to unit: Int) -> [Int]? {
        guard values.allSatisfy({ $0.isFinite && abs($0) < 1e15 }) else { return nil }
        let shares = values.map { $0 / Double(unit) }
        var units = shares.map { Int($0.rounded(.down)) }
        let whole = Int(shares.reduce(0, +).rounded())
        let order = shares.indices.sorted {
            let (first, second) = (shares[$0] - shares[$0].rounded(.down), shares[$1] - shares[$1].rounded(.down))
            return (second, $0) < (first, $1)
        }
        for place in order.prefix(max(0, whole - units.reduce(0, +))) { units[place] += 1 }
        return units.map { $0 * unit }
    }
}
