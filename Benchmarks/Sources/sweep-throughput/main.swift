import Objectives
import Optimizers
import Scalars

// Adam (learning rate 0.01), 1000 steps from 10,000 uniform starts on 2-D Rastrigin, one thread: the work that
// peers/adam_numpy.py does. One evaluation is one value with its gradient.

let objective = try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin"))
let method = try MethodCatalogue.method(Spec(parsing: "adam[learningRate=0.01]"))
let (starts, budget) = (10_000, 1000)
var rates: [Double] = []
var reached = 0
for _ in 0..<5 {
  reached = 0
  let begin = ContinuousClock.now
  for start in 0..<starts {
    var generator = SeededGenerator(seed: 0, axes: ["start", String(start)])
    let x = (0..<2).map { _ in generator.uniform(from: -5.12, to: 5.12) }
    let end = Descent.run(method, on: objective, from: x, budget: budget, generator: generator)
    if end.fBest < 1e-6 { reached += 1 }
  }
  let elapsed = ContinuousClock.now - begin
  let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  rates.append(Double(starts * budget) / seconds / 1e6)
}
rates.sort()
print("million evaluations a second: median \(rates[2]), range \(rates[0]) to \(rates[4]); reached \(reached)")
