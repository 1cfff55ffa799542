/** Sound little files: what every file of the zoo is a spoiled copy of. */
export const soundBlocks = `district_file,tehsil,unit,charge,circle,block_code,population,households
ATTOCK,HAZRO TEHSIL,HAZRO MC,01,01,110010101,1200,200
ATTOCK,HAZRO TEHSIL,HAZRO MC,01,01,110010102,0,0
ATTOCK,JAND TEHSIL,JAND,,,110020101,800,120
`

export const soundLines = `seq,kind,indent,name,population,households,district_file
0,district,0,ATTOCK DISTRICT,2000,320,ATTOCK
1,tehsil,5,HAZRO TEHSIL,1200,200,ATTOCK
2,unit,10,HAZRO MC,1200,200,ATTOCK
3,charge,20,CHARGE NO 01,1200,200,ATTOCK
4,circle,24,CIRCLE NO 01,1200,200,ATTOCK
5,block,28,110010101,1200,200,ATTOCK
6,block,28,110010102,0,0,ATTOCK
7,tehsil,0,JAND TEHSIL,800,120,ATTOCK
8,unit,5,JAND QH,800,120,ATTOCK
9,unit,9,JAND PC,800,120,ATTOCK
10,unit,20,JAND,800,120,ATTOCK
11,block,24,110020101,800,120,ATTOCK
`

export const soundConstituencies = `constituency_code,name_en,name_ur,province
NA-55,Attock-I,اٹک 1,Punjab
NA-56,Attock-II,اٹک 2,Punjab
`

const square = (x: number, y: number) => [
  [x, y],
  [x + 0.5, y],
  [x + 0.5, y + 0.5],
  [x, y + 0.5],
  [x, y],
]

export const soundBoundaries = JSON.stringify({
  type: 'FeatureCollection',
  features: [72, 72.5].map((x, index) => ({
    type: 'Feature',
    properties: { na: `NA-${55 + index}`, dist: 'Attock', approx: false, src: 'drawn, outline-fit rms 1.5km' },
    geometry: { type: 'Polygon', coordinates: [square(x, 33)] },
  })),
})
