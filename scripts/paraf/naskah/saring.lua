-- From the marks of views/reading.py to calls of baca.typ: paragraphs are numbered, and the sources of the figures in a
-- block are handed over with it, so that the template can print them beside it.

local BESIDE_COLUMNS, BESIDE_ROWS = 4, 20 -- a table of no more than these stands beside its chart
local LINE_LETTERS, SOURCE_LETTERS = 72, 36 -- of a line of text and of a line at the margin, which is two thirds as high

local function raw(text)
  return pandoc.RawBlock("typst", text)
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"'
end

-- A very long word may be torn anywhere, since it would leave the paper.
local LONGEST_WORD, TORN = 100, 20
local function tearable(text)
  return (text:gsub("%S+", function(word)
    if #word <= LONGEST_WORD then
      return nil
    end
    local letters = 0
    return (word:gsub("[%z\1-\127\194-\244][\128-\191]*", function(letter)
      letters = letters + 1
      return letters % TORN == 0 and letter .. "\u{200B}" or nil
    end))
  end))
end

-- Words reach the template inside quotes, so that nothing in them is a command of its language; mere letters need none (and
-- of very long ones pandoc itself would hardly come to an end).
local function said(text)
  if #text <= LONGEST_WORD and text:find("^[%a\128-\255]+[,.]?$") then
    return nil
  end
  return pandoc.RawInline("typst", "#" .. quoted(tearable(text)) .. ";")
end

local function code(text, before)
  return "#raw(" .. before .. quoted(tearable(text:gsub("\t", "    "))) .. ")"
end

-- What reading.py wrote around figures, and before signs, in what turns out to be code after all.
local function unmarked(text)
  return (text:gsub('%[([^%[%]]*)%]{%.angka label="[^"]*"}', "%1"):gsub("%[([^%[%]]*)%]{%.ubah}", "%1"):gsub("\\(%p)", "%1"))
end

-- Lines of words, none of them markup.
local function plainly(text)
  local out = {}
  for line in text:gmatch("[^\n]+") do
    out[#out + 1] = "#" .. quoted(tearable(line)) .. ";"
  end
  return pandoc.Para({ pandoc.RawInline("typst", table.concat(out, "#linebreak();")) })
end

local function wrapped(before, inlines)
  local out = pandoc.List({ pandoc.RawInline("typst", before .. "[") })
  out:extend(inlines)
  out:insert(pandoc.RawInline("typst", "]"))
  return out
end

local function list(labels)
  local out = {}
  for _, label in ipairs(labels) do
    out[#out + 1] = quoted(label) .. ","
  end
  return "(" .. table.concat(out, " ") .. ")"
end

-- An attribute as it was before reading.py hid in it what could end it.
local function decoded(text)
  return (text:gsub("%%(%x%x)", function(digits)
    return string.char(tonumber(digits, 16))
  end))
end

-- A picture that lies beside the document, by the kinds that are printed.
local function printable(name)
  local known = name:find("^grafik/[%w-]+%.svg$")
  for _, kind in ipairs({ "png", "jpg", "jpeg", "webp" }) do
    known = known or name:sub(-#kind - 1) == "." .. kind
  end
  if not known or name:find("^/") or name:find("..", 1, true) or name:find("[%c\\]") then
    return false
  end
  local file = io.open(name, "rb")
  local begun = file and file:read(1)
  if file then
    file:close()
  end
  return begun
end

-- A chart, a picture of the office that lies beside the document (small among words), or the words of one that does not.
local alone = false -- a block is a picture and no more
local told = {} -- the words of pictures by their calls, for a picture in the words of another
local function picture(image)
  local words = pandoc.utils.stringify(image.caption:walk({
    RawInline = function(inner) return told[inner.text] and pandoc.Str(told[inner.text]) end,
  }))
  local name = decoded(image.src)
  local call = "#tanpa-foto("
  if printable(name) then
    call = name:sub(1, 7) == "grafik/" and "#gambar(" or alone and "#foto(" or "#foto-kecil("
  end
  local shown = call .. quoted(name) .. ", " .. quoted(words) .. ")"
  told[shown] = words
  return pandoc.RawInline("typst", shown)
end

-- An address outside is one to press; any other leads nowhere from the paper.
local LONGEST_ADDRESS = 2000
local function address(link)
  local outside = link.target:find("^https?://%S") or link.target:find("^mailto:%S")
  if outside and #link.target <= LONGEST_ADDRESS and not link.target:find("%c") then
    return wrapped("#link(" .. quoted(link.target) .. ")", link.content)
  end
  return link.content
end

-- Emphasis within emphasis, no deeper than the printer can follow.
local DEEPEST = 8
local emphasis = { Emph = true, Strong = true, Strikeout = true }
local shallow
local function flat(inlines, depth)
  local out = pandoc.List()
  for _, part in ipairs(inlines) do
    if emphasis[part.t] then
      part.content = flat(part.content, depth + 1)
      out:extend(depth < DEEPEST and { part } or part.content)
    else
      if part.t == "Note" then
        part.content = part.content:walk(shallow)
      end
      out:insert(part)
    end
  end
  return out
end
shallow = {
  traverse = "topdown",
  Inlines = function(inlines) return flat(inlines, 0), false end,
}

-- A block with its marks turned into calls, the sources of its figures (each once, in their order), and whether it changed.
local function marked(block)
  local labels, places, changed, emphases = {}, {}, false, 0
  local function counted()
    emphases = emphases + 1
  end
  local last = block.t == "Para" and block.content[#block.content]
  alone = last and last.t == "Image" and pandoc.utils.stringify(block) == pandoc.utils.stringify(last)
  block = block:walk({
    Span = function(span)
      if span.classes:includes("angka") then
        local label = decoded(span.attributes.label)
        if block.t == "Header" then
          return span.content
        end
        if not places[label] then
          labels[#labels + 1] = label
          places[label] = #labels
        end
        return wrapped("#angka(" .. places[label] .. ")", span.content)
      elseif span.classes:includes("ubah") then
        changed = true
        return wrapped("#ubah", span.content)
      end
    end,
    Image = picture,
    Link = address,
    Emph = counted,
    Strong = counted,
    Strikeout = counted,
  })
  if emphases > DEEPEST then
    block = block:walk(shallow)
  end
  return block, labels, changed
end

local convert
local within = false -- a block whose change is marked as a whole

local function enclosed(before, blocks, after, numbered)
  local out = pandoc.List({ raw(before) })
  out:extend(convert(blocks, numbered))
  out:insert(raw(after))
  return out
end

-- One picture, or two beside each other.
local function pictures(first, second)
  if not second then
    return { first }
  end
  local out = enclosed("#sepasang[", { first }, "][", false)
  out:extend(enclosed("", { second }, "]", false))
  return out
end

-- A chart: its pictures by twos, the last of them with its caption, then its table and what is noted below.
local function chart(div)
  local count, content = 1, div.content
  while content[count + 1].t == "Para" and content[count + 1].content[1].t == "Image" do
    count = count + 1
  end
  local caption, rest = content[count + 1], pandoc.List({ table.unpack(content, count + 2) })
  local beside = false
  for _, block in ipairs(rest) do
    if block.t == "Table" then
      beside = #block.colspecs <= BESIDE_COLUMNS and #block.bodies[1].body <= BESIDE_ROWS
    end
  end
  local out, last = pandoc.List(), count % 2 == 0 and count - 1 or count
  for at = 1, last - 1, 2 do
    out:extend(enclosed("#bagian-grafik[", pictures(content[at], content[at + 1]), "]", false))
  end
  local shown = pictures(content[last], last < count and content[count] or nil)
  out:extend(enclosed("#grafik-panel(" .. tostring(beside and count == 1) .. ")[", shown, "][", false))
  out:extend(enclosed("", { caption }, "][", false))
  out:extend(enclosed("", rest, "]", false))
  return out
end

local function div(block, numbered)
  if block.classes:includes("ubah") then
    within = true
    local out = enclosed("#ubah-blok[", block.content, "]", numbered)
    within = false
    return out
  elseif block.classes:includes("grafik-panel") then
    return chart(block)
  elseif block.classes:includes("judul-panel") then
    local noun = pandoc.utils.stringify(block):match("^%a+") or ""
    local label = block.attributes.label and decoded(block.attributes.label)
    local words = { pandoc.Plain(block.content[1].content) }
    return enclosed("#judul-panel(" .. quoted(noun) .. ", " .. list({ label }) .. ")[", words, "]", false)
  elseif block.classes:includes("sambung") then
    return { raw("#sambung.update(true)") }
  elseif block.classes:includes("catatan-panel") then
    return enclosed("#catatan-panel[", block.content, "]", false)
  end
  return convert(block.content, numbered)
end

-- Whether the sources beside a paragraph run about as long as the paragraph: then neither is torn by the end of a page.
local function crowded(block, labels)
  local lines = 0
  for _, label in ipairs(labels) do
    lines = lines + math.ceil(#label / SOURCE_LETTERS)
  end
  return 2 * lines + 1 >= 3 * math.ceil(#pandoc.utils.stringify(block) / LINE_LETTERS)
end

local wide = { Header = true, Table = true, HorizontalRule = true }

convert = function(blocks, numbered)
  local out = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.t == "Div" then
      out:extend(div(block, numbered))
    else
      local labels, changed, before
      block, labels, changed = marked(block)
      changed = changed and not within
      local whole = #labels > 0 and crowded(block, labels)
      local handed = "(" .. list(labels) .. ", " .. tostring(changed) .. ", " .. tostring(whole) .. ")["
      if numbered and block.t == "Para" then
        before = "#paragraf" .. handed
      elseif #labels > 0 or (numbered and not wide[block.t]) then
        before = "#bersumber" .. handed
      elseif changed and block.t ~= "Header" then
        before = "#ubah-blok["
      end
      out:extend(before and { raw(before), block, raw("]") } or { block })
    end
  end
  return out
end

-- Code is shown as it was written, and what is too large for markup as words.
local function lettered(block)
  if block.classes[1] == "teks-kantor" then
    return plainly(block.text)
  elseif block.classes[1] ~= "kode-kantor" then
    block.text = unmarked(block.text)
  end
  return block
end

-- Footnotes: each stands where it is first referred to; one that nobody refers to stays where it was written.
local function noted(doc)
  local known, used = {}, {}
  local function reference(span)
    return span.classes:includes("rujuk") and span.attributes.n
  end
  local function label(inlines)
    return pandoc.Str("[" .. pandoc.utils.stringify(inlines) .. "]")
  end
  doc = doc:walk({
    Header = function(header)
      return header:walk({ Span = function(span) return reference(span) and label(span.content) or nil end })
    end,
  })
  doc:walk({ Span = function(span) used[reference(span) or ""] = true end })
  doc = doc:walk({
    Div = function(note)
      if not note.classes:includes("kaki") then
        return nil
      elseif used[note.attributes.n] then
        known[note.attributes.n] = note.content
        return {}
      end
      local words = pandoc.Str("[^" .. decoded(note.attributes.label) .. "]:")
      return pandoc.List({ pandoc.Plain({ words }) }) .. note.content
    end,
  })
  return doc:walk({
    Span = function(span)
      local note = known[reference(span) or ""]
      if note then
        return pandoc.Note(note)
      end
    end,
  })
end

function Pandoc(doc)
  local notes = false
  doc = doc:walk({
    CodeBlock = lettered,
    Div = function(div)
      notes = notes or div.classes:includes("kaki")
    end,
  })
  doc = notes and noted(doc) or doc
  doc.blocks = convert(doc.blocks, true)
  return doc:walk({
    Str = function(word) return said(word.text) end,
    Code = function(span) return pandoc.RawInline("typst", code(span.text, "") .. ";") end,
    CodeBlock = function(block) return raw(code(block.text, "block: true, ")) end,
    HorizontalRule = function() return raw("#line(length: 100%, stroke: 0.5pt + garis)") end,
  })
end
