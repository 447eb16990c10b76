/// Two filters that are alike: places in their files, with the Dice coefficient.
package struct FilterPair: Hashable, Sendable {
    package let first: Int
    package let second: Int
    package let dice: Double
}
