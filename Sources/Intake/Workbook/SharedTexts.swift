/// The texts that cells of a workbook name by number, one after the other in one stretch of memory.
struct SharedTexts {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Nil for a number that the workbook does not have.
    subscript(number: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(number) else { return nil }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    fileprivate mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }
    fileprivate mutating func endText() { ends.append(bytes.count) }
}

/// Collects the shared texts. Letters in several styles are one text; how they are pronounced is left out.
final class SharedTextListener: XMLListener {
    private(set) var texts = SharedTexts()
    private var isInText = false
    private var isPronunciation = false

    func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        if name.is("t") { isInText = !isPronunciation } else if name.is("rPh") { isPronunciation = true }
    }

    func end(_ name: UnsafePointer<CChar>) {
        if name.is("t") {
            isInText = false
        } else if name.is("rPh") {
            isPronunciation = false
        } else if name.is("si") {
            texts.endText()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInText { texts.append(bytes) } }
}
