package import Vocabulary

/// What the one who keeps the machine wants to know of it; told by whoever opened the register.
package protocol MachineRoom: Sendable {
    /// How the machine stands at this moment; reads the disk.
    func condition() throws -> MachineCondition
}

/// The state of the program, of the ledger, and of the disk below it.
package struct MachineCondition: Sendable {
    /// A signed statement of where the ledger ended.
    package struct Checkpoint: Sendable {
        package let event: Int64
        package let at: Timestamp

        package init(event: Int64, at: Timestamp) { (self.event, self.at) = (event, at) }
    }

    /// What was built, as the program says it of itself.
    package var program: String
    /// The hash of the book's mechanisms as the register has them.
    package var book: String
    package var mechanisms: Int
    package var position: Int64
    package var checkpoint: Checkpoint?
    package var registerBytes: Int64
    /// Nil where the system does not say.
    package var freeBytes: Int64?
    package var releases: Int

    package init(
        program: String, book: String, mechanisms: Int, position: Int64, checkpoint: Checkpoint?,
        registerBytes: Int64, freeBytes: Int64?, releases: Int
    ) {
        (self.program, self.book, self.mechanisms) = (program, book, mechanisms)
        (self.position, self.checkpoint) = (position, checkpoint)
        (self.registerBytes, self.freeBytes, self.releases) = (registerBytes, freeBytes, releases)
    }
}
