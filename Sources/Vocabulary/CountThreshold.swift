/// From how many on a count is told.
package enum CountThreshold {
    /// Persons, or records about them, where nobody sets another number: counts from 1 to one below it are withheld.
    package static let usual = 5
}
