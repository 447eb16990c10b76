/// What somebody asks to do.
package enum Action: String, Sendable, CaseIterable, Hashable {
    // With records.
    /// See one record; the reading is written down.
    case read
    /// See that records are there, in lists, counts and suggestions.
    case list
    /// Look for persons by what identifies them.
    case search
    /// Open a new record.
    case open
    /// Take a step of a record that is there.
    case write
    /// Take records out of the system: files, prints.
    case export
    /// Decide who else stands in which relation to a record: share it, hand it over, change what that rests on.
    case share
    /// Reach a record without any relation to it, with a reason and for three hours.
    case breakGlass = "break-glass"
    /// Bring in records of others before anybody signs in, and name them in one another; shows none of them.
    case load
    // With the register as a whole.
    case importRecords = "import"
    case count, release
    case readRelease = "read-release"
    case verify, backup, restore, rebuild, initialise
    /// Destroy a person's key.
    case erase
    /// See who read or changed what, and review it.
    case review
    /// Keep accounts, tokens and settings.
    case administer

    /// Whether it is done to one record or to a list of them; the others are done to the register as a whole.
    package var isAboutRecords: Bool {
        switch self {
        case .read, .list, .search, .open, .write, .export, .share, .breakGlass, .load: true
        default: false
        }
    }
}

/// Why they ask: a legal purpose, bound to the function.
package enum Purpose: String, Sendable, CaseIterable, Hashable {
    case protection, investigation, coordination, statistics
    case dataProtection = "data-protection"
    case administration
    case publication
}
