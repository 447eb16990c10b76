/// Sorting of packed words in linear time, eight bits a pass; passes in which all words agree are left out.
enum RadixSort {
    static func sort(_ words: inout [UInt64]) {
        guard words.count > 64 else {
            words.sort()
            return
        }
        var other = [UInt64](repeating: 0, count: words.count)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            var counts = [Int](repeating: 0, count: 257)
            words.withUnsafeBufferPointer { source in
                counts.withUnsafeMutableBufferPointer { counts in
                    for word in source { counts[Int(word >> shift & 0xFF) + 1] += 1 }
                }
            }
            if counts.contains(words.count) { continue }
            for place in 1..<257 { counts[place] += counts[place - 1] }
            words.withUnsafeBufferPointer { source in
                other.withUnsafeMutableBufferPointer { target in
                    counts.withUnsafeMutableBufferPointer { counts in
                        for word in source {
                            let digit = Int(word >> shift & 0xFF)
                            target[counts[digit]] = word
                            counts[digit] += 1
                        }
                    }
                }
            }
            swap(&words, &other)
        }
    }
}
