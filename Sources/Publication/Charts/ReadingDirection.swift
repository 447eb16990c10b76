/// From which side a drawing is read: its bars, its time and its names start where the reader starts (decision 0111).
///
/// Places are shares of the width from the reader's start. Anchors of texts need no turning: `start` is the right end of a
/// text where the direction is `rtl`.
package enum ReadingDirection: String, Hashable, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// Where the reader starts.
    var start: String { self == .leftToRight ? "0" : "100%" }

    /// A place across.
    func across(_ ofOne: Double) -> String { share(self == .leftToRight ? ofOne : 1 - ofOne) }

    /// The left edge of a box that starts at a place.
    func left(of width: Double, at ofOne: Double) -> String {
        share(self == .leftToRight ? ofOne : 1 - ofOne - width)
    }

    /// A shift of pixels further on.
    func onwards(_ pixels: Double) -> String { length(self == .leftToRight ? pixels : -pixels) }
}

extension Texts {
    /// The side from which the language is read.
    var readingDirection: ReadingDirection { ReadingDirection(rawValue: direction) ?? .leftToRight }
}
