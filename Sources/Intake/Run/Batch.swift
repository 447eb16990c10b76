import Mechanisms

/// Some rows on their way: read, mapped, and made into groups of commands. Reused, so that its rows keep their memory.
struct Batch {
    /// What became of a row before the register saw it.
    enum Step: Equatable {
        /// Held back, or no record: the mapped row says which.
        case stopped
        case known
        /// Everything that it names was opened beforehand, and nothing else is in it.
        case complete
        /// It waits for the outcome of the group of this number.
        case group(Int)
        /// The register refused a record that it links to.
        case linkRefused([RefusalReason])
    }

    static let mostRows = 2048
    /// A row may stand for many persons: a batch ends with the row that brings it here.
    static let mostPersons = 4096

    private(set) var rows: [Row] = []
    var mapped: [MappedRow] = []
    private(set) var count = 0
    var steps: [Step] = []
    var groups: [RowCommands] = []
    /// Persons that each group opens.
    var groupPersons: [Int] = []
    var blankRows = 0
    /// Why reading stopped after the last of these rows.
    var failure: IntakeFailure?

    mutating func clear() {
        count = 0
        steps.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        groupPersons.removeAll(keepingCapacity: true)
        blankRows = 0
        failure = nil
    }

    /// Reads and maps rows until the batch is full.
    /// - Returns: Whether there may be more in the file.
    mutating func read(from reader: inout any RowReader, _ mapper: inout RowMapper) -> Bool {
        clear()
        var persons = 0
        while count < Self.mostRows, persons < Self.mostPersons {
            if count == rows.count {
                rows.append(Row())
                mapped.append(MappedRow())
            }
            do throws(IntakeFailure) {
                guard try reader.next(into: &rows[count]) else { return false }
            } catch {
                failure = error
                return false
            }
            if rows[count].isBlank {
                blankRows += 1
                continue
            }
            mapper.map(rows[count], into: &mapped[count])
            persons += mapped[count].people
            count += 1
        }
        return true
    }
}
