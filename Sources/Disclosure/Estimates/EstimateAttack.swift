/// Somebody who knows the size of each list and how many persons are on them, and reckons with every table that fits.
///
/// Each secret keeps the tables that print the same so far: there is always one, or nothing is added to what is printed.
struct EstimateAttack {
    private let figures: EstimateFigures
    private let secrets: [EstimateSecret]
    /// By secret: places of tables in which it has another number, those that change the figures least first.
    private var doubles: [[Int]] = []
    private var tables: [[Int]] = []
    /// By method and table.
    private var reckoned: [String: [Int: EstimateFigures.Method?]] = [:]
    /// A secret that the last refused figure would have given away.
    private(set) var open: EstimateSecret?

    /// Tables that are tried for one secret, and those that are enough for the methods that come after.
    private static let (tried, enough) = (40, 4)

    init(_ figures: EstimateFigures, _ secrets: [EstimateSecret]) {
        (self.figures, self.secrets) = (figures, secrets)
        guard !secrets.isEmpty else { return }
        var places: [[Int]: Int] = [:]
        let swaps = ListSwap.all(of: figures.counts, lists: figures.lists.count)
        for secret in secrets {
            let own = secret.persons(figures, among: figures.counts)
            var chosen: [Int] = []
            for swap in swaps where chosen.count < Self.tried && swap.touches(secret.lists, isExact: secret.isExact) {
                let table = swap.applied(to: figures.counts)
                guard secret.persons(figures, among: table) != own else { continue }
                let place = places[table] ?? tables.count
                if place == tables.count {
                    places[table] = place
                    tables.append(table)
                }
                chosen.append(place)
            }
            doubles.append(chosen)
        }
    }

    /// The finest unit from `least` on to which the method's figures may be printed beside those printed before.
    ///
    /// - Returns: Nil where they give a secret away even when the interval is two units wide, or rounded to more than
    ///   there are persons registered.
    mutating func protect(
        _ method: EstimateFigures.Method, from least: Int, by reckoning: EstimateGate.Reckoning
    ) -> Int? {
        let most = min((method.upper - method.lower) / 2, Double(figures.persons))
        var unit = least
        while Double(unit) <= most || secrets.isEmpty && unit == least {
            let own = printed(method, unit)
            var left: [[Int]] = []
            for places in doubles {
                var same: [Int] = []
                for place in places where same.count < Self.enough {
                    if let other = figures(of: method.name, on: place, by: reckoning), printed(other, unit) == own {
                        same.append(place)
                    }
                }
                // One that stands open is enough for a coarser unit.
                if same.isEmpty { break }
                left.append(same)
            }
            if left.count == doubles.count {
                doubles = left
                return unit
            }
            open = secrets[left.count]
            unit = Self.coarser(unit)
        }
        if open == nil { open = secrets.first }
        return nil
    }

    /// What a method says of one of the tables; nil where it has no answer with two ends.
    private mutating func figures(
        of method: String, on place: Int, by reckoning: EstimateGate.Reckoning
    ) -> EstimateFigures.Method? {
        if let known = reckoned[method]?[place] { return known }
        let found = reckoning(tables[place], [method]).first { $0.name == method && $0.isWhole }
        reckoned[method, default: [:]][place] = .some(found)
        return found
    }

    /// The figure to the nearest unit, its interval outward; nobody counts fewer persons than are registered.
    func printed(_ method: EstimateFigures.Method, _ unit: Int) -> ReleasedEstimate.Method {
        let registered = Self.nearest(Double(figures.persons), unit)
        let lower = Int((method.lower / Double(unit)).rounded(.down)) * unit
        let upper = Int((method.upper / Double(unit)).rounded(.up)) * unit
        return ReleasedEstimate.Method(
            name: method.name, persons: max(registered, Self.nearest(method.persons, unit)),
            lower: max(registered, lower), upper: max(registered, upper), unit: unit)
    }

    static func nearest(_ value: Double, _ unit: Int) -> Int { Int((value / Double(unit)).rounded()) * unit }

    /// The next of 1, 2 and 5 times a power of ten.
    private static func coarser(_ unit: Int) -> Int {
        var power = 1
        while power <= unit / 10 { power *= 10 }
        return [2, 5, 10].map { $0 * power }.first { $0 > unit } ?? unit * 2
    }
}
