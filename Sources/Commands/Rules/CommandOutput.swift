/// What a command gives out, and where its distribution marking stands: every command declares one.
enum CommandOutput: String, CaseIterable, Sendable {
    /// Ids, versions, counts of lines, names of accounts, the state of the machine: nothing of what is in records.
    case talk = "what it did"
    /// What it was given, changed or judged; it goes to whoever has the files already.
    case ownFiles = "the files of whoever runs it, changed"
    /// Copies, codes and packets that nobody reads without a key.
    case sealed = "nothing that is read without a key"
    /// The marking stands in each row, or in each object.
    case markedRows = "rows, each with its marking"
    /// Figures whose CSV other programs read by its columns: the marking is said beside it, and stands in text and JSON.
    case markedBeside = "figures, their marking said beside them"

    /// Whether something of what is in records leaves by it.
    var isExport: Bool { self == .markedRows || self == .markedBeside }
}
