/// What persons say apart from one another: nobody sees what the others said before they have said their own, or all is
/// decided.
///
/// It holds for every way to a record alike, since the registry withholds it (decision 0183).
package struct Blind: Sendable, Hashable {
    /// The step in which they say it.
    package let step: String
    /// The fields in which they say it; what a step says beside them, its reason, is withheld with them.
    package let fields: Set<String>
    /// States in which it is not decided.
    package let whileIn: Set<String>

    package init(_ fields: Set<String>, saidBy step: String, whileIn states: Set<String>) {
        (self.step, self.fields, whileIn) = (step, fields, states)
    }
}
