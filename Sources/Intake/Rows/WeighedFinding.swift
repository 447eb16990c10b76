package import Vocabulary

/// The kinds of things that can be said of one sort of file, each with its code and how much it weighs.
package protocol WeighedFinding: RawRepresentable<String>, Sendable {
    var weight: Finding.Weight { get }
}

extension WeighedFinding {
    /// What is said of one place of a file.
    ///
    /// - Parameters:
    ///   - line: As a spreadsheet or an editor shows it; nil for the file as a whole.
    ///   - about: The words of the file that it is about.
    package func finding(
        line: Int?, _ column: String? = nil, _ message: String, remedy: String, about: [String] = []
    ) -> Finding {
        Finding(
            code: rawValue, weight: weight, place: Finding.Place(row: line, column: column), message: message,
            remedy: remedy, about: about)
    }
}
