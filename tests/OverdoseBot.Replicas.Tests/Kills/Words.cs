namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>What people say here: enough to move through the steps, and some of it unclear.</summary>
internal static class Words
{
    private static readonly string[] _firsts = ["he wont wake up", "i called 911 and she is not waking up", "my friend overdosed", "hes blue and i called 911"];

    private static readonly string[] _more =
    [
        "not breathing", "i called 911", "gave it", "what do i do", "no", "yes", "not sure", "gurgling", "nose spray", "he is breathing now", "asdf", "ok", "still blue",
        "one breath every 10 seconds", "im scared", "threw up",
    ];

    public static string First(Random random) => _firsts[random.Next(_firsts.Length)];

    public static string More(Random random) => _more[random.Next(_more.Length)];

    /// <summary>Clocks are to ring at all times: those who fall silent do not come together.</summary>
    public static TimeSpan Arriving(Random random) => TimeSpan.FromMilliseconds(random.Next(25_000));

    /// <summary>A moment to type.</summary>
    public static TimeSpan Typing(Random random) => TimeSpan.FromMilliseconds(random.Next(200, 1_500));
}
