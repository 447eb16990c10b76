/// Round steps of an axis from 0 to at least a largest value: 1, 2 or 5 times a power of ten.
struct AxisScale: Equatable {
    let step: Int
    let top: Int

    /// - Parameter steps: About how many lines the axis may have.
    init(largest: Int, steps: Int = 4) {
        let rough = max(1, (largest + steps - 1) / steps)
        var power = 1
        while power * 10 <= rough { power *= 10 }
        step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough
        top = max(step, (largest + step - 1) / step * step)
    }

    var marks: [Int] { Array(stride(from: 0, through: top, by: step)) }
}
