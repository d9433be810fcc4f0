using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>
/// Answers to a webhook. Every one is TwiML, errors too: any other text would be sent to the person as a text message (wire-protocols.md 5.2).
/// </summary>
internal static class TwiML
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8"?>""";

    /// <summary>The answer that sends nothing.</summary>
    public const string Nothing = Head + "<Response/>";

    private static readonly XmlWriterSettings _style = new() { OmitXmlDeclaration = true, CheckCharacters = false };

    /// <summary>Messages as TwiML, one text message each.</summary>
    /// <param name="texts">Each text, and where reports about it go; null: none are wanted.</param>
    public static string Of(IReadOnlyCollection<(string Text, string? Callback)> texts)
    {
        if (texts.Count == 0)
        {
            return Nothing;
        }

        var twiml = new StringBuilder(Head);
        using (var xml = XmlWriter.Create(twiml, _style))
        {
            xml.WriteStartElement("Response");
            foreach (var (text, callback) in texts)
            {
                xml.WriteStartElement("Message");
                if (callback is not null)
                {
                    xml.WriteAttributeString("action", callback);
                }

                xml.WriteString(Clean(text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return twiml.ToString();
    }

    /// <summary>Writes an answer.</summary>
    public static Task WriteAsync(HttpResponse response, string twiml, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        response.ContentType = "text/xml; charset=utf-8";
        return response.WriteAsync(twiml);
    }

    // XML has no way to write most control characters and no half of a surrogate pair.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is >= 0x20 and not (0xFFFE or 0xFFFF) or '\n' or '\r' or '\t'));
}
