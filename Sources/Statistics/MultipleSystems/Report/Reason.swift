/// A thing to know about an estimate before it is used, with the figures that show it.
package struct Reason: Sendable, Hashable {
    /// How much it weighs.
    package enum Light: Int, Sendable, Hashable, Comparable, CaseIterable {
        case green, amber, red

        package static func < (first: Light, second: Light) -> Bool { first.rawValue < second.rawValue }
    }

    package enum Figure: Sendable, Hashable {
        /// A number of persons, not rounded.
        case persons(Double)
        /// From 0 to 1.
        case share(Double)
        case number(Int)
        /// So many times.
        case times(Double)
        case name(String)
    }

    /// The key of its text: `two-lists`.
    package let code: String
    package let light: Light
    /// What is filled in, by name.
    package let figures: [String: Figure]

    init(_ code: String, _ light: Light, _ figures: [String: Figure] = [:]) {
        self.code = code
        self.light = light
        self.figures = figures
    }
}
