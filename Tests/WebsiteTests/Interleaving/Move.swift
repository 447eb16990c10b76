import NumericMethods

/// One move of a story: who does what; what exactly is decided by the dice when it is their turn.
struct Move: Sendable, CustomStringConvertible {
    enum Act: String, Sendable {
        /// Opens a form, or reads a record through the interface, and looks at it for a while.
        case look
        case send
        /// A double click: the same request twice at once.
        case sendTwice
        /// The answer does not arrive; the same request goes again at some later send.
        case sendAndLose
        /// Everybody who has something open sends it, all at once.
        case together
        /// The clock is set forwards or backwards, up to twenty hours.
        case jump
        /// Somebody's session ends.
        case expire
        /// The person withdraws their consent while everybody sends what they have open.
        case withdraw
        /// Somebody's mandate ends while everybody sends; afterwards they get another.
        case leave
    }

    let visitor: Int
    let act: Act
    let dice: UInt64

    var description: String { "\(visitor) \(act.rawValue) \(dice % 1000)" }

    /// The moves of a seed; the same in every run.
    static func story(_ seed: UInt64, moves: Int) -> [Move] {
        var random = SeededGenerator(seed: seed)
        let acts: [(Act, Int)] = [
            (.look, 37), (.send, 16), (.sendTwice, 10), (.sendAndLose, 10), (.together, 10), (.jump, 6), (.expire, 4),
            (.withdraw, 3), (.leave, 4),
        ]
        return (0..<moves).map { _ in
            var place = Int.random(in: 0..<100, using: &random)
            let act = acts.first { act in
                place -= act.1
                return place < 0
            }
            return Move(visitor: Int.random(in: 0..<3, using: &random), act: act?.0 ?? .look, dice: random.next())
        }
    }
}

/// Numbers from one throw.
struct Dice {
    private var random: SeededGenerator

    init(_ seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(0...elements.count - 1)]
    }

    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }
}
