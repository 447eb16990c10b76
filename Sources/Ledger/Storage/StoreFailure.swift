import Vocabulary

/// S100–S199: what a store or the data folder refuses. Paths are shown, contents never.
package enum StoreFailure: CodedFailure, Hashable {
    /// S101: a database of another program, or no database at all.
    case notOurs(file: String)
    /// S102: written by another version of this program.
    case otherSchema(file: String, found: Int, known: Int)
    /// S103: another process writes to this data folder.
    case inUse(folder: String)
    /// S104: no room left on the disk, or the limit set for the file is reached.
    case full(file: String)
    /// S105: the engine finds its own file damaged.
    case damaged(file: String)
    /// S106: the system refused to read or write; `reason` is the system's word.
    case unreachable(path: String, reason: String)
    /// S107: opened for reading only.
    case readOnly(file: String)
    /// S108: a file that a data folder must have is not there.
    case missing(path: String)
    /// S109: the folder already holds a ledger, or other files.
    case occupied(folder: String)
    /// S110: others than its owner may read or write the key file.
    case exposedKey(path: String, mode: String)
    /// S111: another connection held the database for too long.
    case busy(file: String)
    /// S112: a row that must be unique is already there.
    case duplicate(file: String)
    /// S113: the engine refused with a number of its own.
    case refused(file: String, number: Int)

    /// As the cases above say it.
    package var code: String {
        switch self {
        case .notOurs: "S101"
        case .otherSchema: "S102"
        case .inUse: "S103"
        case .full: "S104"
        case .damaged: "S105"
        case .unreachable: "S106"
        case .readOnly: "S107"
        case .missing: "S108"
        case .occupied: "S109"
        case .exposedKey: "S110"
        case .busy: "S111"
        case .duplicate: "S112"
        case .refused: "S113"
        }
    }

    /// Names the file or folder, and says what became of the write.
    package var message: String {
        switch self {
        case .notOurs(let file):
            "“\(file)” is not a Rapporteur database. Nothing was changed. Name the folder that `rapporteur init` made."
        case .otherSchema(let file, let found, let known):
            "“\(file)” has schema version \(found); this program knows version \(known). "
                + "Nothing was changed. "
                + (found < known
                    ? "Run `rapporteur ledger rebuild`: it keeps every event and makes the rest again."
                    : "Use a newer program.")
        case .inUse(let folder):
            "Another process is writing to “\(folder)”. Wait until it ends, or stop it; reading beside it is possible."
        case .full(let file):
            "There is no room left to write “\(file)”. What was acknowledged before is safe; this write was not made. "
                + "Free some space and repeat it."
        case .damaged(let file):
            "“\(file)” is damaged. Keep a copy of it, run `rapporteur ledger verify`, and restore the last backup."
        case .unreachable(let path, let reason):
            "“\(path)” cannot be read or written (\(reason)). Check that the disk is there and who owns the file."
        case .readOnly(let file):
            "“\(file)” was opened for reading only. Open the data folder for writing."
        case .missing(let path):
            "“\(path)” is not there. Name the folder that `rapporteur init` made, or restore a backup."
        case .occupied(let folder):
            "“\(folder)” already holds files. Nothing was changed. Name a new or empty folder."
        case .exposedKey(let path, let mode):
            "The key file “\(path)” has mode \(mode): others may read it. Make it private (mode 0600); "
                + "if somebody may have read it, change the key with `rapporteur ledger rotate-key`."
        case .busy(let file):
            "Another process held “\(file)” for too long. Nothing was changed. Repeat the command."
        case .duplicate(let file):
            "“\(file)” already has such a row. Nothing was changed. Run `rapporteur ledger verify`."
        case .refused(let file, let number):
            "The database engine refused to work on “\(file)” (its number \(number)). Nothing was changed. "
                + "Run `rapporteur ledger verify`."
        }
    }
}
