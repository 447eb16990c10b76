/// Words of one meaning made one: what clerks write for the two sexes in the languages around.
enum CategoryWords {
    static func canonical(_ raw: String) -> String {
        guard raw.utf8.count <= 12 else { return raw }
        return words[raw.lowercased()] ?? raw
    }

    private static let words: [String: String] = {
        var words: [String: String] = [:]
        for word in [
            "m", "male", "man", "h", "homme", "masculin", "mann", "männlich", "maschile", "masculino", "м", "муж",
        ] {
            words[word] = "male"
        }
        for word in [
            "f", "female", "woman", "w", "femme", "féminin", "frau", "weiblich", "femminile", "femenino", "ж", "жен",
        ] {
            words[word] = "female"
        }
        return words
    }()
}
