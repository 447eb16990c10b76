import Vocabulary

/// States of play that say the same, or nearly the same, of several actions.
///
/// Only texts that share five words in a row are compared, so that plans of thousands of actions take moments.
struct LikeStates {
    struct Pair: Hashable {
        let first: Int
        let second: Int
        let likeness: Likeness
    }

    enum Likeness: Hashable {
        case same
        /// At most two words differ.
        case nearly
        /// Some sentences of one stand in the other; the longest.
        case sentence(String)
        /// The same words about different days: of the first, of the second.
        case otherDays(String, String)
    }

    private let texts: [String]
    private let words: [[String]]

    init(_ texts: [String]) {
        self.texts = texts
        words = texts.map { PlanLabel.fold($0).split(separator: " ").map(String.init) }
    }

    /// Each pair once, in the order of the texts.
    func pairs() -> [Pair] {
        candidates().compactMap { pair in
            likeness(pair.0, pair.1).map { Pair(first: pair.0, second: pair.1, likeness: $0) }
        }
    }

    /// Words in a row that two texts must share to be compared; fewer where a text has fewer.
    private static let run = 5
    /// A run that more texts share than this says nothing about two of them.
    private static let mostAlike = 20

    private func candidates() -> [(Int, Int)] {
        var places: [[String]: [Int]] = [:]
        for (place, text) in words.enumerated() where !text.isEmpty {
            let undated = text.map { $0.contains(where: \.isNumber) ? "#" : $0 }
            let length = min(LikeStates.run, undated.count)
            let runs = Set((0...undated.count - length).map { Array(undated[$0..<$0 + length]) })
            for run in runs { places[run, default: []].append(place) }
        }
        var pairs: Set<[Int]> = []
        for alike in places.values where (2...LikeStates.mostAlike).contains(alike.count) {
            for (rank, first) in alike.enumerated() {
                for second in alike[(rank + 1)...] { pairs.insert([first, second]) }
            }
        }
        return pairs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
    }

    private func likeness(_ first: Int, _ second: Int) -> Likeness? {
        if words[first] == words[second] { return .same }
        if let days = otherDays(first, second) { return days }
        if isNearly(words[first], words[second]) { return .nearly }
        let theirs = Set(texts[second].sentences.map(PlanLabel.fold))
        let shared = texts[first].sentences.filter {
            theirs.contains(PlanLabel.fold($0)) && $0.split(separator: " ").count >= LikeStates.run
        }
        return shared.max { $0.count < $1.count }.map(Likeness.sentence)
    }

    /// Whether two texts of some length differ in one or two words in the same places.
    private func isNearly(_ first: [String], _ second: [String]) -> Bool {
        guard first.count == second.count, first.count >= 8 else { return false }
        return zip(first, second).count { $0 != $1 } <= 2
    }

    /// Sentences alike but for the days that they name.
    private func otherDays(_ first: Int, _ second: Int) -> Likeness? {
        for one in texts[first].sentences {
            for other in texts[second].sentences {
                let days = [one, other].map { DayMention.all(in: $0.split(separator: " ")) }
                guard days[0].count == days[1].count,
                    let (mine, theirs) = zip(days[0], days[1]).first(where: { $0.latest != $1.latest }),
                    alike(one, other)
                else { continue }
                return .otherDays(mine.words, theirs.words)
            }
        }
        return nil
    }

    /// Whether four fifths of the words that are no numbers stand in both.
    private func alike(_ one: String, _ other: String) -> Bool {
        let sets = [one, other].map { text in
            Set(PlanLabel.fold(text).split(separator: " ").filter { !$0.contains(where: \.isNumber) })
        }
        let union = sets[0].union(sets[1]).count
        return union >= 6 && sets[0].intersection(sets[1]).count * 5 >= union * 4
    }
}
