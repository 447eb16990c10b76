// Goals, in order: (1) nothing that was joined is lost: every state before a join can be had again, byte for byte;
// (2) an undone join stays undone, and says what else it undid; (3) a value without clock or disk.

/// Persons as they were joined and separated: what is now, and every step on the way.
package struct JoinHistory: Hashable, Sendable {
    /// One join, with all that is needed to take it back.
    package struct Join: Hashable, Sendable {
        package let number: Int
        /// The person that goes on, and the person that went into it.
        package let kept: String
        package let absorbed: String
        package let keptBefore: [UInt8]
        package let absorbedBefore: [UInt8]
        package let after: [UInt8]
        package let reason: String
    }

    /// The contents of every person that stands by itself, by id.
    package private(set) var persons: [String: [UInt8]]
    /// Joins that stand, in their order.
    package private(set) var joins: [Join] = []
    private var nextNumber = 1

    /// - Parameter persons: Contents by id, before anything is joined.
    package init(persons: [String: [UInt8]]) { self.persons = persons }

    /// Joins one person into another.
    ///
    /// - Parameters:
    ///   - absorbed: The id that goes out of use until the join is undone.
    ///   - kept: The id that goes on.
    ///   - contents: Of both together.
    ///   - reason: Why somebody, or the model, holds them for one.
    /// - Returns: The number by which the join can be undone.
    /// - Throws: ``LinkageFailure/notJoinable(id:)`` where one of them is not there, or both are the same.
    package mutating func join(
        _ absorbed: String, into kept: String, contents: [UInt8], reason: String
    ) throws(LinkageFailure) -> Int {
        guard let keptBefore = persons[kept] else { throw .notJoinable(id: kept) }
        guard absorbed != kept, let absorbedBefore = persons[absorbed] else { throw .notJoinable(id: absorbed) }
        let join = Join(
            number: nextNumber, kept: kept, absorbed: absorbed, keptBefore: keptBefore,
            absorbedBefore: absorbedBefore, after: contents, reason: reason)
        joins.append(join)
        persons[absorbed] = nil
        persons[kept] = contents
        nextNumber += 1
        return join.number
    }

    /// Takes a join back, and with it every later join that rests on it, the latest first.
    ///
    /// - Returns: All joins that were taken back, the latest first: what rested on the mistake is decided anew.
    /// - Throws: ``LinkageFailure/noSuchJoin(number:)`` where the join does not stand.
    @discardableResult
    package mutating func undo(_ number: Int) throws(LinkageFailure) -> [Join] {
        guard let place = joins.firstIndex(where: { $0.number == number }) else { throw .noSuchJoin(number: number) }
        var touched: Set<String> = [joins[place].kept, joins[place].absorbed]
        var resting = [place]
        for later in joins.indices.dropFirst(place + 1) {
            let ids = [joins[later].kept, joins[later].absorbed]
            if !touched.isDisjoint(with: ids) {
                touched.formUnion(ids)
                resting.append(later)
            }
        }
        var undone: [Join] = []
        for place in resting.reversed() {
            let join = joins.remove(at: place)
            persons[join.kept] = join.keptBefore
            persons[join.absorbed] = join.absorbedBefore
            undone.append(join)
        }
        return undone
    }
}
