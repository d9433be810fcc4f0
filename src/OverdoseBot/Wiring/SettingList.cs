namespace OverdoseBot.Wiring;

/// <summary>A setting with several values.</summary>
internal static class SettingList
{
    /// <summary>The values: a list, or one value with commas.</summary>
    public static string[] Of(IConfigurationSection section) => [.. section.GetChildren().Select(c => c.Value ?? string.Empty).Append(section.Value ?? string.Empty)
        .SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
