import Objectives
import Scalars

/// Particles that fly about the best points that they and their neighbours have found.
///
/// State: positions, velocities, and every particle's best point with its value; the iterate is the incumbent. The first step
/// evaluates the start and uniform points, at rest. Each further step moves all particles, one after the other:
/// v ← χ (v + φ/2 · u₁ (p − x) + φ/2 · u₂ (g − x)), x ← x + v, with u uniform in [0, 1) per coordinate, p the particle's best
/// point and g the best of its neighbourhood: the two beside it on a ring, or all. χ = 2/(φ − 2 + √(φ² − 4φ)), Clerc and
/// Kennedy's constriction, 0.72984 for φ = 4.1. What leaves the domain is clipped to it, and that velocity is turned round and
/// halved (Clerc, Standard Particle Swarm Optimisation, 2012). The run ends with its budget. +∞ and NaN are the worst values.
///
/// Defaults: 50 particles on a ring (Bratton and Kennedy, Defining a Standard for Particle Swarm Optimization, SIS 2007,
/// doi:10.1109/SIS.2007.368035, who start at random velocities and leave alone what is outside).
struct ParticleSwarm: Optimizer {
  static let info = MethodInfo(
    id: "particle-swarm", name: "Particle swarm", order: .zeroth, bounds: .clip,
    hyperparameters: [
      .integer("particles", default: 50, in: 3...100_000, meaning: "size of the swarm"),
      .real("attraction", default: 4.1, .init(above: 4, atMost: 10), meaning: "total attraction φ to both best points"),
      .choice(
        "neighbourhood", default: Neighbourhood.ring.rawValue, of: Neighbourhood.allCases.map(\.rawValue),
        meaning: "whose best point attracts: of the two beside a particle on a ring, or of all"),
    ],
    source: "Clerc and Kennedy, The Particle Swarm: Explosion, Stability, and Convergence, IEEE Trans. Evolutionary "
      + "Computation 6, 2002, doi:10.1109/4235.985692")

  enum Neighbourhood: String, Sendable, CaseIterable { case ring, all }

  struct State: IterateHolding {
    var incumbent: Incumbent
    /// Where the particles are; their values are not used.
    var particles: Population
    var velocities: Population
    /// The best point of every particle.
    var bests: Population
    var isEvaluated = false
    var point: [Double]

    var x: [Double] { incumbent.x }
  }

  private let count: Int
  private let neighbourhood: Neighbourhood
  private let constriction: Double
  private let attraction: Double

  init(_ hyperparameters: Hyperparameters) {
    count = hyperparameters.integer("particles")
    neighbourhood = Neighbourhood(rawValue: hyperparameters.choice("neighbourhood")) ?? .ring
    let phi = hyperparameters.real("attraction")
    constriction = 2 / (phi - 2 + (phi * phi - 4 * phi).squareRoot())
    attraction = phi / 2
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let swarm = Population(count: count, dimension: x.count)
    return State(incumbent: Incumbent(at: x), particles: swarm, velocities: swarm, bests: swarm, point: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    for particle in 0..<count {
      if state.isEvaluated {
        fly(&state, particle, in: evaluator.domain, using: &generator)
      } else if particle > 0 {
        evaluator.domain.sample(into: &state.point, using: &generator)
      }
      let value = try evaluator.value(at: state.point)
      state.particles.place(particle, at: state.point, value: value)
      if !state.isEvaluated || value < state.bests.values[particle] {
        state.bests.place(particle, at: state.point, value: value)
      }
    }
    state.isEvaluated = true
  }

  /// Sets `point` to where `particle` flies, and its velocity.
  private func fly(_ state: inout State, _ particle: Int, in domain: Box, using generator: inout SeededGenerator) {
    let leader = leader(of: particle, state.bests)
    for i in state.point.indices {
      let x = state.particles[particle, i]
      let own = attraction * generator.uniform() * (state.bests[particle, i] - x)
      let shared = attraction * generator.uniform() * (state.bests[leader, i] - x)
      var velocity = constriction * (state.velocities[particle, i] + own + shared)
      let moved = x + velocity
      state.point[i] = min(max(moved, domain.lower[i]), domain.upper[i])
      if moved != state.point[i] { velocity *= -0.5 }
      state.velocities[particle, i] = velocity
    }
  }

  /// The particle of the neighbourhood with the lowest best value.
  private func leader(of particle: Int, _ bests: Population) -> Int {
    guard neighbourhood == .ring else { return bests.best }
    let before = (particle + count - 1) % count
    let after = (particle + 1) % count
    var leader = particle
    if bests.values[before] < bests.values[leader] { leader = before }
    if bests.values[after] < bests.values[leader] { leader = after }
    return leader
  }
}
