using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A reaction to a message.</summary>
public class MessageReaction
{
    /// <summary>A reaction with nothing set.</summary>
    public MessageReaction()
    {
    }

    /// <summary>A reaction of the given type.</summary>
    public MessageReaction(string type = default)
    {
        Type = type;
    }

    /// <summary>Which reaction: <c>like</c>, <c>plusOne</c>, or one of the channel's own.</summary>
    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; }
}

/// <summary>A part of the text to stress.</summary>
public class TextHighlight
{
    /// <summary>A highlight with nothing set.</summary>
    public TextHighlight()
    {
    }

    /// <summary>The given occurrence of the given words.</summary>
    public TextHighlight(string text = default, int? occurrence = default)
    {
        (Text, Occurrence) = (text, occurrence);
    }

    /// <summary>The words.</summary>
    [JsonProperty(PropertyName = "text")]
    public string Text { get; set; }

    /// <summary>Which of their occurrences, from 1.</summary>
    [JsonProperty(PropertyName = "occurrence")]
    public int? Occurrence { get; set; }
}

/// <summary>A programmatic action that comes with a request.</summary>
public class SemanticAction
{
    /// <summary>An action with nothing set.</summary>
    public SemanticAction()
    {
    }

    /// <summary>An action with the given parts.</summary>
    public SemanticAction(string id = default, IDictionary<string, Entity> entities = default)
    {
        (Id, Entities) = (id, entities);
    }

    /// <summary>Which action.</summary>
    [JsonProperty(PropertyName = "id")]
    public string Id { get; set; }

    /// <summary>What it works on.</summary>
    [JsonProperty(PropertyName = "entities")]
    public IDictionary<string, Entity> Entities { get; set; }

    /// <summary><c>start</c>, <c>continue</c> or <c>done</c>.</summary>
    [JsonProperty(PropertyName = "state")]
    public string State { get; set; }
}
