namespace OverdoseBot.Scripts;

/// <summary>What the script does next.</summary>
public enum MoveKind
{
    /// <summary><c>stay</c>: the same step is said again.</summary>
    Stay,

    /// <summary><c>rest</c>: the same step, and nothing of it is said again (only what the move tells).</summary>
    Rest,

    /// <summary>A step name, or <c>{ go: dialog }</c>, or <c>dialog/step</c>: on to <see cref="Move.To"/>.</summary>
    Step,

    /// <summary><c>{ do: dialog, then: step }</c>: begin a dialog, come back to <see cref="Move.Then"/>.</summary>
    Do,

    /// <summary><c>end</c>: this dialog is done; the one below goes on at the step it named.</summary>
    End,

    /// <summary><c>back</c>: undo the last answer and ask it again.</summary>
    Back,
}

/// <summary>One named move of a script; nothing falls through.</summary>
/// <param name="Kind">What kind of move.</param>
/// <param name="To">The step gone to (for <see cref="MoveKind.Step"/>), or where the begun dialog starts (for <see cref="MoveKind.Do"/>).</param>
/// <param name="Then">Where <see cref="MoveKind.Do"/> comes back to.</param>
/// <param name="Tell">An aside said in front of the next message, or null.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Move(MoveKind Kind, Place? To, Place? Then, string? Tell, Spot Spot)
{
    /// <summary>True when the script wrote <c>offer</c>, false when it wrote <c>tell</c>.</summary>
    public bool Offers { get; init; }

    /// <summary>The move that says the same step again, where no script writes one.</summary>
    public static Move StayAt(Spot spot) => new(MoveKind.Stay, null, null, null, spot);

    /// <summary>True when the move only adds an aside: it never takes the place of another answer in the same message.</summary>
    public bool OnlyTells => Tell is not null && Kind == MoveKind.Stay;
}

/// <summary>An answer word or fact, and the move it makes.</summary>
/// <param name="Word">The word (ARCHITECTURE section 6), as the script writes it.</param>
/// <param name="Move">The move.</param>
public sealed record Answer(string Word, Move Move)
{
    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}
