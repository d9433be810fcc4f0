using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Holds the unknown properties of a wire object. Officially an empty object from the start; here made on first reading, because a turn
/// creates dozens of wire objects and hardly any has extras.
/// </summary>
internal struct ExtraProperties
{
    private JObject _value;
    private bool _assigned;

    internal JObject Value
    {
        get => _value ?? (_assigned ? null : _value = []);
        set => (_value, _assigned) = (value, true);
    }
}
