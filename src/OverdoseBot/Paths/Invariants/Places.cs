using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>The states of the response that the rules speak of, by the step names of ARCHITECTURE section 6.</summary>
internal static class Places
{
    private static readonly string[] _asked = ["respond/call", "respond/wake", "respond/breathing"];
    private static readonly HashSet<string> _busy = ["respond/breaths", "respond/compressions", "respond/re-check", "respond/stay-on"];
    private static readonly HashSet<string> _side =
        ["respond/recovery-position", "respond/awake", "respond/refuses", "respond/unwell", "respond/stimulant", "respond/fit", "respond/handover", "respond/self"];

    /// <summary>How far on: call, wake, breathing, care; -1: aside of that line.</summary>
    public static int Rank(Place? place) => place is null ? -1 : Busy(place) ? _asked.Length : Array.IndexOf(_asked, place.ToString());

    /// <summary>Call, wake and breathing: what is unclear counts as the worse answer.</summary>
    public static bool Asks(Place place) => Array.IndexOf(_asked, place.ToString()) >= 0;

    /// <summary>Hands are busy: only clocks speak.</summary>
    public static bool Busy(Place place) => place.Dialog == "naloxone" || _busy.Contains(place.ToString());

    /// <summary>Recovery position, awake and the side states.</summary>
    public static bool Side(Place place) => _side.Contains(place.ToString());

    /// <summary>The person wrote about themself: nobody there is asked about another's breathing.</summary>
    public static bool Self(Place place) => place.ToString() == "respond/self";

    /// <summary>The dispatcher is leading and the step stays: only clocks speak (rule 8).</summary>
    public static bool DispatcherLeads(Edge edge) => edge.After.Has("dispatcher-leading") && edge.To == edge.At;

    /// <summary>Getting ready and afterwards: every dialog but those of the response.</summary>
    public static bool Calm(Place place) => place.Dialog is not ("respond" or "naloxone");

    /// <summary>Where the dose clock is over, as clinical.md 2.3 has it.</summary>
    public static bool EndsDoseClock(Place place) => Calm(place) || place.ToString() is "respond/awake" or "respond/start" || Self(place);
}
