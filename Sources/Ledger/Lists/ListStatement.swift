/// A statement put together from fixed pieces, with each value beside the place where it goes.
struct ListStatement: Sendable {
    private(set) var sql = ""
    private(set) var parameters: [StoredValue] = []

    init(_ opening: StaticString) { add(opening) }

    /// Only what stands in the code becomes SQL; values are always parameters.
    mutating func add(_ piece: StaticString) { sql += piece.description }

    /// A parameter with a name of its own.
    mutating func add(_ value: StoredValue, as name: StaticString) {
        parameters.append(value)
        sql += ":\(name)\(parameters.count)"
    }

    /// The statement with one more piece and its value.
    mutating func add(_ piece: StaticString, _ value: Int64, as name: StaticString) {
        add(piece)
        add(.integer(value), as: name)
    }

    /// Values parted by commas.
    mutating func add(_ values: [Int64], as name: StaticString) {
        for (place, value) in values.enumerated() {
            if place > 0 { add(", ") }
            add(.integer(value), as: name)
        }
    }
}
