/// What a number in a cell is, by the format that shows it: workbooks store days as numbers.
enum NumberFormat: Sendable, Equatable {
    case number
    /// A day, perhaps with a time.
    case day
    /// A time of day or a duration.
    case time

    /// By a format that spreadsheets know without its code. Source: ECMA-376 part 1, 18.8.30.
    init(builtIn number: Int) {
        switch number {
        case 14...17, 22, 27...31, 34...36, 50...58: self = .day
        case 18...21, 32, 33, 45...47: self = .time
        default: self = .number
        }
    }

    /// By the code of a format: `dd/mm/yyyy;@`. Texts in quotation marks, colours and conditions say nothing.
    init(code: String) {
        var letters: Set<Character> = []
        var rest = code.lowercased()[...].split(separator: ";", omittingEmptySubsequences: false).first ?? ""
        while let sign = rest.popFirst() {
            switch sign {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { letters.insert("h") }
                rest = rest.dropFirst(inside.count + 1)
            case "a" where rest.hasPrefix("m/pm"):
                rest = rest.dropFirst(4)
                letters.insert("h")
            default: letters.insert(sign)
            }
        }
        if !letters.isDisjoint(with: ["y", "d"]) {
            self = .day
        } else if !letters.isDisjoint(with: ["h", "s"]) {
            self = .time
        } else {
            self = letters.contains("m") ? .day : .number
        }
    }
}

/// Collects what the styles of a workbook make of numbers.
final class StyleListener: XMLListener {
    private var codes: [Int: String] = [:]
    private var isInCellFormats = false
    private(set) var formats: [NumberFormat] = []

    func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        if name.is("numFmt"), let id = attributes["numFmtId"].flatMap({ Int($0) }) {
            codes[id] = attributes["formatCode"]
        } else if name.is("cellXfs") {
            isInCellFormats = true
        } else if name.is("xf"), isInCellFormats {
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id))
        }
    }

    func end(_ name: UnsafePointer<CChar>) { if name.is("cellXfs") { isInCellFormats = false } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
