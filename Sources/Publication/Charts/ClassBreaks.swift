/// Classes of a shaded map: bounds at 1, 2 and 5 times powers of ten, so that a legend can be read and kept in mind.
///
/// Counts by country run over powers of ten; equal steps would put all but one country in the lowest class.
struct ClassBreaks: Equatable {
    /// Lower bounds, the first one 1 unless no count lies below the second; a class ends one below the next, the last has no end.
    let lowerBounds: [Int]

    /// - Parameters:
    ///   - smallest: Of the counts that are published, from 1: classes below it are left out. Under a threshold of 5 a
    ///     legend with "1 to 4" would say that such figures are shown.
    ///   - classes: At most so many.
    init(smallest: Int = 1, largest: Int, classes: Int = 5) {
        var bounds = [1]
        var power = 1
        while power <= max(1, largest) {
            bounds += [power * 2, power * 5, power * 10].filter { $0 <= largest }
            power *= 10
        }
        // Thin out from the top, keeping 1: the upper classes hold the countries that are read first.
        let above = Array(bounds.dropFirst())
        let every = max(1, (above.count + classes - 2) / (classes - 1))
        let kept = above.enumerated().filter { (above.count - 1 - $0.offset).isMultiple(of: every) }.map(\.element)
        // A class of ones only says nothing where the others are wide.
        let all = [1] + (every == 1 ? kept : kept.filter { $0 >= 5 })
        lowerBounds = Array(all[(all.lastIndex { $0 <= smallest } ?? 0)...])
    }

    /// The class of a count of at least 1, from 0.
    func place(of count: Int) -> Int { (lowerBounds.lastIndex { $0 <= count }) ?? 0 }

    /// First and last count of a class; nil for no end.
    func bounds(of place: Int) -> (first: Int, last: Int?) {
        let next = place + 1 < lowerBounds.count ? lowerBounds[place + 1] - 1 : nil
        return (lowerBounds[place], next)
    }
}
