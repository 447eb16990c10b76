/// The modules of a code while it is drawn: sections 6.3, 7.7.3, 7.8 to 7.10 of the standard.
struct QRMatrix {
    let version: QRVersion
    private(set) var isDark: [Bool]
    /// Modules that carry no data.
    private var isTaken: [Bool]

    var side: Int { version.side }

    init(_ version: QRVersion) {
        self.version = version
        isDark = Array(repeating: false, count: version.side * version.side)
        isTaken = isDark
        drawTiming()
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { drawFinder(row, column) }
        drawAlignment()
        drawVersion()
        draw(format: 0)
    }

    subscript(row: Int, column: Int) -> Bool { isDark[row * side + column] }

    /// Lays the codewords in their zigzag from the bottom right, and inverts modules by one of eight masks.
    mutating func place(_ codewords: [UInt8], mask: Int) {
        var bit = 0
        var isUpwards = true
        // Column 6 is the timing pattern: pairs to its left are shifted by one.
        for right in (1..<side).reversed().filter({ $0 > 6 ? $0 % 2 == 0 : $0 % 2 == 1 }) {
            for step in 0..<side {
                let row = isUpwards ? side - 1 - step : step
                for column in [right, right - 1] where !isTaken[row * side + column] {
                    let word = bit / 8 < codewords.count ? codewords[bit / 8] : 0
                    let isSet = word >> UInt8(7 - bit % 8) & 1 == 1
                    isDark[row * side + column] = isSet != QRMatrix.isInverted(mask, row, column)
                    bit += 1
                }
            }
            isUpwards.toggle()
        }
        draw(format: mask)
    }

    /// Level M is 00; five bits with ten of a BCH code, and a pattern so that they are never all light.
    static func formatBits(mask: Int) -> Int {
        var remainder = mask
        for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
        return (mask << 10 | remainder) ^ 0x5412
    }

    static func versionBits(_ number: Int) -> Int {
        var remainder = number
        for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
        return number << 12 | remainder
    }

    private static func isInverted(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    private mutating func set(_ row: Int, _ column: Int, _ dark: Bool) {
        isDark[row * side + column] = dark
        isTaken[row * side + column] = true
    }

    private mutating func drawTiming() {
        for place in 0..<side {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for across in -4...4 where (0..<side).contains(row + down) && (0..<side).contains(column + across) {
                let distance = max(abs(down), abs(across))
                set(row + down, column + across, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment() {
        let last = version.centres.count - 1
        for (first, row) in version.centres.enumerated() {
            for (second, column) in version.centres.enumerated() {
                // The three corners belong to the finders.
                if (first == 0 && second == 0) || (first == 0 && second == last) || (first == last && second == 0) {
                    continue
                }
                for down in -2...2 {
                    for across in -2...2 { set(row + down, column + across, max(abs(down), abs(across)) != 1) }
                }
            }
        }
    }

    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let bits = QRMatrix.versionBits(version.number)
        for place in 0..<18 {
            let dark = bits >> place & 1 == 1
            set(place / 3, side - 11 + place % 3, dark)
            set(side - 11 + place % 3, place / 3, dark)
        }
    }

    private mutating func draw(format mask: Int) {
        let bits = QRMatrix.formatBits(mask: mask)
        func dark(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0..<6 { set(place, 8, dark(place)) }
        set(7, 8, dark(6))
        set(8, 8, dark(7))
        set(8, 7, dark(8))
        for place in 9..<15 { set(8, 14 - place, dark(place)) }
        for place in 0..<8 { set(8, side - 1 - place, dark(place)) }
        for place in 8..<15 { set(side - 15 + place, 8, dark(place)) }
        set(side - 8, 8, true)
    }
}
