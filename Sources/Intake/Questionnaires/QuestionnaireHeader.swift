/// Where the columns of a questionnaire's table are.
struct QuestionnaireHeader {
    /// By name; `text-fra` for a translation.
    let places: [String: Int]
    /// Languages that some column is in.
    let languages: [String]

    init(_ names: [String]) throws(IntakeFailure) {
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() {
            let folded = name.lowercased().split { " _-".contains($0) }.joined(separator: "-")
            guard places.updateValue(place, forKey: folded) == nil else { throw .columnRepeated(names: [name]) }
        }
        let missing = ["key", "kind", "text"].filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw .columnsMissing(missing.map { .init(name: $0, resembling: nil) }, delimiter: nil)
        }
        self.places = places
        languages = Set(places.keys.compactMap { $0.hasPrefix("text-") ? String($0.dropFirst(5)) : nil }).sorted()
    }
}
